import type { WordList, WorkbookSpec } from '../../excel/workbookSpec'
import { bareTitle } from '../bareTitle'
import type { FormColumn } from '../form'
import { sheetNames } from '../sheetNames'
import { columnEntry, listName } from './columnEntry'
import { requiredWhen } from './columnWords'
import { guideSheet, type GuideLine } from './guideSheet'
import { metaSheet } from './metaSheet'
import type { TemplateInput } from './templateInput'
import { templateVersion, type TemplateColumn } from './templateMeta'
import { templateRows } from './templateRows'
import { templateSheet } from './templateSheet'

/**
 * A form to be filled in by a unit: its records with locked keys, empty rows, dropdowns and highlights; a sheet that
 * says how to fill it in; and a hidden one by which it is known again when it comes back.
 */
export function templateWorkbook(input: TemplateInput): WorkbookSpec {
  const { form, lists, issuedOn } = input
  const columns = form.columns.map((column) => (column.required ? { ...column, header: `*${column.header}` } : column))
  const body = templateRows(input)
  const [name = form.id] = sheetNames([bareTitle(form)])
  return {
    creator: '双覆盖台账',
    createdAt: `${issuedOn}T00:00:00Z`,
    sheets: [
      templateSheet(name, input, columns, body),
      guideSheet(`${input.title}填表说明`, guideNotes(input), form.columns.map((column) => guideLine(column, lists))),
      metaSheet({
        version: templateVersion,
        form: form.id,
        ledgerId: input.ledgerId,
        unit: input.unit,
        issuedOn,
        sheet: name,
        columns: columns.map(templateColumn),
        rows: body.issued,
      }),
    ],
    lists: form.columns.flatMap((column): WordList[] => {
      const { accepts, words } = columnEntry(column, lists)
      return accepts.kind === 'list' && words ? [{ name: listName(column.field), words }] : []
    }),
  }
}

function templateColumn({ col, field, group, header }: FormColumn): TemplateColumn {
  return { col, field, path: group === '' ? [header] : [group, header] }
}

function guideNotes({ rules, rows, example }: TemplateInput): string[] {
  const { subject, only } = rules
  return [
    '白色的格子填写，灰色的格子不用填。标 * 的栏目必填：必填而没有填的格子显示浅红色，填了下拉列表以外内容的格子显示浅黄色。',
    ...(example ? ['表中灰字的“示例”行供参考，导入时自动略过，不必删除。'] : []),
    ...(rows.length > 0 && !only ? [`已有的${subject}请在原行上改，名称等灰色格子由发表单位核定；新增的${subject}填在下面的空行里。不再填报的${subject}不要删行，在备注或状态栏写明。`] : []),
    ...(only ? [`表中的${subject}由台账生成，不增不减，只填白色的格子。`] : []),
    '空白的格子不会清除台账里原有的内容。不要改表头、不要删隐藏的工作表：表格交回后据此识别。改文件名、另存为 .xls 或 .ods 都不影响。',
    '表格加了保护以防误改，没有密码：确需调整时，可在“审阅”中撤消工作表保护。',
  ]
}

function guideLine(column: FormColumn, lists: TemplateInput['lists']): GuideLine {
  const { advice, words } = columnEntry(column, lists)
  return {
    col: column.col,
    header: column.group === '' ? column.header : `${column.group} / ${column.header}`,
    required: column.required ? 'always' : requiredWhen(column) ? 'sometimes' : 'no',
    advice: column.field === 'rowNo' ? '不填也可' : advice,
    words,
  }
}
