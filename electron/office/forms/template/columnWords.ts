import {
  deliveryStates,
  enterpriseTypes,
  industryNames,
  jointBases,
  operatingStatuses,
  orgModes,
  orgTypes,
  unbuiltReasons,
} from '../../../../shared/domain/valueDomain'
import { assignmentStates } from '../../../../shared/domain/assignmentState'
import { recordDefinitions } from '../../../../shared/record/recordKind'
import type { FormColumn } from '../form'
import { liaisonKindWords, liaisonLevelWords } from '../formWords'

/** The closed lists that the forms name by a word (docs/domain.md, section 10). */
const named: Readonly<Record<string, readonly string[]>> = {
  'E-TYPE': enterpriseTypes,
  'GB/T 4754 门类': industryNames,
  'E-STATUS': operatingStatuses,
  'E-MODE': orgModes,
  'E-JOINT': jointBases,
  'E-ORGTYPE': orgTypes,
  'E-REASON': unbuiltReasons,
  'E-DELIVERY': deliveryStates,
  'E-USE': recordDefinitions.fundEntry.fields.use.options,
}

const { liaison, secretaryTerm } = recordDefinitions

/** Lists the records know better than the rule of the column. */
const byField: Readonly<Record<string, readonly string[]>> = {
  liaisonKind: liaison.fields.kind.options.map((kind) => String(liaisonKindWords(kind))),
  liaisonLevel: liaison.fields.level.options.map((level) => String(liaisonLevelWords(level))),
  secretaryIdentity: secretaryTerm.fields.identity.options,
  assignmentState: assignmentStates,
}

/** Columns with a list that only helps: the record takes any text. */
const helped = new Set(['progress', 'secretaryEducation', 'remindedBy', 'electionMethod', 'orgGrade'])

/** Whether nothing but the words of its list may stand in a column. */
export function isClosed(column: FormColumn): boolean {
  return columnWords(column) !== null && !helped.has(column.field)
}

/** The list of a column as the form writes its words; null for a column that takes any text or figure. */
export function columnWords({ type, field, rule }: FormColumn): readonly string[] | null {
  if (type === '是/否') return ['是', '否']
  if (type === 'tick') return field.startsWith('delivery.') ? ['√', '○', '×', '共用', '需更换', '/'] : ['√', '×']
  if (byField[field]) return byField[field]
  if (type !== 'enum') return null
  const domain = rule.split(',')[0]?.trim() ?? ''
  if (named[domain]) return named[domain]
  // 内选/下派/外聘: the rule spells the list out.
  return /[a-z ]/i.test(domain) || !domain.includes('/') ? null : domain.split('/')
}

/** When a column must be filled although it is not required of every row: `field` must show `word`. */
export interface RequiredWhen {
  field: string
  word: string
}

/** Of each word a rule may ask for, the column that says it. */
const deciders: Readonly<Record<string, string>> = { 是: 'hasPartyOrg', 否: 'hasPartyOrg', 联合组建: 'orgMode', 支出: 'fundDirection' }

export function requiredWhen({ rule }: FormColumn): RequiredWhen | null {
  const word = /required (?:when|for) (\S+)$/.exec(rule)?.[1] ?? ''
  const field = deciders[word]
  return field === undefined ? null : { field, word }
}
