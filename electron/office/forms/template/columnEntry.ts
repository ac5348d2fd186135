import type { AcceptedEntry, EntryMessage, EntryRule } from '../../excel/workbookSpec'
import type { FormColumn } from '../form'
import { isCodeField } from '../formCell'
import { columnWords, isClosed, requiredWhen } from './columnWords'
import { takesMonths } from './templateLooks'

/** What may be typed into a column, and how that is said to who fills it in. */
export interface ColumnEntry {
  words: readonly string[] | null
  accepts: AcceptedEntry
  strictness: EntryRule['strictness']
  /** One line: how to fill it in. */
  advice: string
  refusal: EntryMessage
}

/** No ledger entry is older than the oldest enterprise, none newer than the latest end of a term. */
const dates = { from: '1900-03-01', to: '2099-12-31' }

/** Columns whose meaning the header alone does not give. */
const advices: Readonly<Record<string, string>> = {
  unitName: '填报单位的名称',
  enterpriseName: '与公章一致的全称，一家企业一行',
  creditCode: '18 位，照营业执照填写',
  businessAddress: '实际经营地址',
  employees: '现有从业人员，填整数，没有填 0',
  formalMembers: '正式党员，填整数，没有填 0',
  probationaryMembers: '预备党员，填整数，没有填 0',
  membersRegisteredElsewhere: '党员中组织关系不在本企业的，填整数',
  partyOrgName: '党组织全称，如“中共××有限公司支部委员会”',
  orgFoundedOn: '批准成立的日期，如 2019-05-20；只知道年月的填当月 1 日',
  termEndsOn: '任期届满的日期；不填则按届期推算',
  secretaryName: '书记空缺的留空',
  liaisonName: '联系该企业的党建工作指导员或联络员姓名',
  liaisonEmployerPost: '指导员(联络员)所在单位及职务',
  ownerIsDelegate: '区县级以上党代表、人大代表、政协委员',
  isAboveScale: '以统计部门认定为准',
}

/** `lists` gives a column a list of the workbook's own: units, people. They are offered, and others are taken too. */
export function columnEntry(column: FormColumn, lists: Readonly<Record<string, readonly string[]>> = {}): ColumnEntry {
  const offered = lists[column.field]
  const words = offered ?? columnWords(column)
  const base = {
    words,
    advice: [advices[column.field] ?? typeAdvice(column, words), ...condition(column)].join('；'),
  }
  if (words && words.length > 0) {
    const text = `请从下拉列表中选择：${words.join('；')}`
    const accepts: AcceptedEntry = { kind: 'list', name: listName(column.field) }
    const strictness = offered ? 'warning' : isClosed(column) ? 'stop' : 'none'
    return { ...base, accepts, strictness, refusal: { title: '不在可选项中', text } }
  }
  return { ...base, ...typedEntry(column) }
}

/** Defined name of a column's list; field names have dots. */
export function listName(field: string): string {
  return `list_${field.replaceAll('.', '_')}`
}

type TypedEntry = Pick<ColumnEntry, 'accepts' | 'strictness' | 'refusal'>

function typedEntry(column: FormColumn): TypedEntry {
  const { type, field, rule } = column
  if (type === 'int') {
    const refusal = { title: '请填整数', text: '本栏填 0 或正整数，不带单位，如 12。' }
    return { accepts: { kind: 'whole', from: 0, to: 99_999_999 }, strictness: 'stop', refusal }
  }
  if (type === 'money' || type === 'decimal') {
    const refusal = { title: '请填数字', text: '本栏填数字，不带单位，最多两位小数，如 350.5。' }
    return { accepts: { kind: 'decimal', from: 0, to: 9_999_999_999 }, strictness: 'stop', refusal }
  }
  if (type === 'date' && !takesMonths(column)) {
    const refusal = { title: '请填日期', text: '请写成 2020-01-05 的样子；只知道年月的填当月 1 日。' }
    return { accepts: { kind: 'date', ...dates }, strictness: 'stop', refusal }
  }
  if (field === 'creditCode') {
    const refusal = { title: '信用代码应为 18 位', text: '统一社会信用代码是 18 位数字和大写字母。仍要这样填吗？' }
    return { accepts: { kind: 'length', from: 18, to: 18 }, strictness: 'warning', refusal }
  }
  const most = Number(/≤\s*(\d+)/.exec(rule)?.[1] ?? 0)
  const refusal = { title: '内容太长', text: `本栏不超过 ${most} 个字。` }
  if (most > 0) return { accepts: { kind: 'length', from: 0, to: most }, strictness: 'stop', refusal }
  return { accepts: { kind: 'any' }, strictness: 'none', refusal }
}

/** Whether a column says how it is filled in when one of its cells is chosen: a list or a plain text speaks for itself. */
export function isTold(column: FormColumn): boolean {
  if (requiredWhen(column) || takesMonths(column) || isCodeField(column.field)) return true
  return ['int', 'money', 'decimal', 'date'].includes(column.type) ? column.field !== 'rowNo' : Object.hasOwn(advices, column.field)
}

function typeAdvice(column: FormColumn, words: readonly string[] | null): string {
  if (words?.includes('○')) return '√ 已落实，○ 推进中，× 未落实，/ 不适用'
  if (words) return words.length <= 3 ? `填“${words.join('”或“')}”` : '从下拉列表中选择'
  if (takesMonths(column)) return '年月或日期，如 2026-09 或 2026-09-15'
  switch (column.type) {
    case 'int':
      return '填整数，没有填 0'
    case 'money':
    case 'decimal':
      return '填数字，最多两位小数'
    case 'date':
      return '日期，如 2020-01-05'
    default:
      return isCodeField(column.field) && /Phone$/.test(column.field) ? '手机 11 位，或“区号-号码”' : '文字'
  }
}

function condition(column: FormColumn): string[] {
  const when = requiredWhen(column)
  return when ? [`“${deciderTitles[when.field] ?? when.field}”为“${when.word}”的必填`] : []
}

const deciderTitles: Readonly<Record<string, string>> = { hasPartyOrg: '是否建立党组织', orgMode: '组建方式', fundDirection: '收支' }
