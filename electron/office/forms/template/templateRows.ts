import type { PlainCell } from '../../excel/sheet'
import type { CellSpec, RowSpec } from '../../excel/workbookSpec'
import type { FormColumn } from '../form'
import { formValue } from '../formCell'
import type { FormRow } from '../formRow'
import { bodySize } from '../looks'
import { rowHeight } from '../rowHeight'
import { columnWords } from './columnWords'
import type { TemplateInput, TemplateRow } from './templateInput'
import type { IssuedRow } from './templateMeta'
import { lockedLook, openLook } from './templateLooks'

/** Marks the row that shows how to fill the form in; imports leave rows out that begin with it. */
export const exampleMark = '示例'

const idLook = { format: '@' } as const

export interface TemplateRows {
  rows: RowSpec[]
  /** The records among them as they were issued. */
  issued: IssuedRow[]
}

/** The rows below the header: an example, the records, empty rows. The last cell of a record's row is its id. */
export function templateRows(input: TemplateInput): TemplateRows {
  const known = input.rows.map((row, index) => knownRow(input, row, index))
  const blank = blankRow(input)
  return {
    rows: [
      ...(input.example ? [exampleRow(input)] : []),
      ...known.map(({ cells }, index) => withHeight(input, [...cells, { value: String(input.rows[index]?.id ?? ''), look: idLook }])),
      ...Array.from({ length: input.blankRows }, () => blank),
    ],
    issued: known.map(({ cells }, index) => ({
      id: input.rows[index]?.id ?? 0,
      version: input.rows[index]?.version ?? 0,
      cells: cells.map(({ value }): PlainCell => value),
    })),
  }
}

function knownRow({ form, rules }: TemplateInput, { row }: TemplateRow, index: number): { cells: CellSpec[] } {
  return {
    cells: form.columns.map((column) => {
      const isNumber = column.field === 'rowNo'
      const value = isNumber ? index + 1 : writtenValue(row, column)
      return { value, look: isNumber || isLocked(rules, column.field, value !== null) ? lockedLook(column) : openLook(column) }
    }),
  }
}

function writtenValue(row: FormRow, column: FormColumn): CellSpec['value'] {
  return formValue(row[column.field] ?? null, column.type)
}

function isLocked({ keys, fixed, only }: TemplateInput['rules'], field: string, filled: boolean): boolean {
  if (only && !only.includes(field)) return true
  return fixed.includes(field) || (filled && keys.includes(field))
}

function blankRow({ form, rules }: TemplateInput): RowSpec {
  return {
    cells: form.columns.map((column) => {
      return { value: null, look: isLocked(rules, column.field, false) ? lockedLook(column) : openLook(column) }
    }),
  }
}

const exampleTexts: Readonly<Record<string, string | number>> = {
  unitName: '××街道',
  enterpriseName: '××市示例科技有限公司',
  creditCode: '91000000MA00000157',
  placeName: '××社区',
  registeredAddress: '建设路 1 号',
  businessAddress: '建设路 1 号',
  contactPhone: '13800000000',
  legalRepPhone: '13800000000',
  secretaryPhone: '13800000000',
  liaisonPhone: '13900000000',
  partyOrgName: '中共××市示例科技有限公司支部委员会',
  parentOrgName: '中共××街道工作委员会',
  secretaryPost: '副总经理',
  liaisonEmployerPost: '××街道党建办干事',
  liaisonEmployer: '××街道党建办',
  liaisonPost: '干事',
  coveredEnterprises: '××市示例科技有限公司、××市示例商贸有限公司',
  payeeName: '中共××市示例科技有限公司支部委员会',
  visitFrequency: '每季1次',
  metPersons: '总经理',
  visitContent: '了解生产经营和党员情况，宣传政策',
  fundSummary: '主题党日活动用品',
  secretaryBirthMonth: '1980.05',
  employees: 120,
  formalMembers: 5,
  probationaryMembers: 1,
}
/** Of a row that is 已建: what only others fill in. */
const leftBlank = ['plannedFoundingOn', 'jointBasis', 'note', 'fund.in.refund', 'fund.in.fiscal', 'fund.in.other', 'fund.out', 'fundUse', 'assignedTo', 'extensionNo', 'extendedTo']

function exampleRow(input: TemplateInput): RowSpec {
  const { columns } = input.form
  // An enterprise with an organisation has no reason to be without one.
  const blank = columns.some(({ field }) => field === 'hasPartyOrg') ? [...leftBlank, 'unbuiltReason'] : [...leftBlank]
  const cells = columns.map((column): CellSpec => {
    const value = blank.includes(column.field) ? null : exampleValue(column)
    return { value: column.field === 'rowNo' ? exampleMark : value, look: openLook(column) }
  })
  return withHeight(input, cells)
}

function exampleValue(column: FormColumn): CellSpec['value'] {
  const told = exampleTexts[column.field]
  if (told !== undefined) return told
  const [word] = columnWords(column) ?? []
  if (word !== undefined) return word
  switch (column.type) {
    case 'int':
      return 1
    case 'money':
    case 'decimal':
      return 350.5
    case 'date':
      return { date: '2024-05-20' }
    default:
      return /Name$/.test(column.field) ? '张三' : null
  }
}

function withHeight({ form }: TemplateInput, cells: readonly CellSpec[]): RowSpec {
  const texts = cells.map(({ value }, index) => ({
    text: typeof value === 'string' ? value : '',
    width: form.columns[index]?.width ?? 100,
  }))
  return { height: rowHeight(texts, bodySize, 6), cells }
}
