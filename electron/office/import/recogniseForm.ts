import { bareTitle } from '../forms/bareTitle'
import { findForm, standardForms } from '../forms/standardForms'
import type { FormId } from '../../../shared/domain/formId'
import { nationalWords } from '../../../shared/domain/ownWords'
import { headerKeys, wordKey } from '../text/wordKey'
import type { ColumnMap, ColumnSamples } from './claimColumns'
import type { FoundTable } from './findTable'
import { isReadForm, readForms, type ReadForm } from './forms/formFields'
import { mapFormColumns } from './forms/mapFormColumns'
import { fieldsOfHeader, isRowNumberHeader } from './headerIndex'
import type { ImportField } from './importField'
import { mapColumns } from './mapColumns'
import type { ReadingWords } from './readingWords'

/**
 * Which standard form a table is, with its columns mapped: the ledger (F01, F02 and every part of them), one of the
 * forms F03 to F12, or one that is not taken (F13).
 */
export type RecognisedTable =
  | { id: 'F01' | 'F02'; title: string; map: ColumnMap }
  | { id: ReadForm; title: string; map: ColumnMap<string> }
  | { id: 'F13'; title: string; map: null }

const ledgerEvidence: readonly ImportField[] = [
  'creditCode', 'operatingStatus', 'isAboveScale', 'employees', 'formalMembers', 'hasPartyOrg', 'orgMode', 'orgType',
  'partyOrgName', 'unbuiltReason', 'industry', 'enterpriseType', 'businessAddress', 'liaisonName', 'hasUnion',
]

/**
 * What makes a form itself: all fields of `all`, and of `some` as many as `least`, one of them `telling` where other
 * forms have the rest as well.
 */
interface Evidence {
  all: readonly string[]
  some: readonly string[]
  least: number
  telling?: readonly string[]
  /** Words of its title. */
  title: RegExp
}

const deliveryStates = ['room', 'board', 'rules', 'plaque', 'flag', 'books'].map((item) => `delivery.${item}.state`)
const goals = ['org', 'place', 'fund', 'activity', 'rule', 'effect'].map((goal) => `goal.${goal}`)

const evidence: Record<ReadForm, readonly Evidence[]> = {
  F03: [{
    all: ['partyOrgName'], least: 2, title: /党组织(?:基本)?信息|党组织(?:名册|情况|基本情况)/,
    some: ['parentOrgName', 'orgCode', 'orgType', 'orgMode', 'coveredEnterprises', 'orgFoundedOn', 'approvalNo', 'secretaryName', 'lastElectionOn', 'termEndsOn', 'placeArea', 'orgGrade', 'committeeSize'],
  }],
  F04: [
    { all: ['liaisonName', 'enterpriseName'], least: 2, title: /(?:指导员|联络员).*(?:选派|名册|台账|一览)/, some: ['liaisonEmployer', 'liaisonPhone', 'liaisonPost', 'liaisonKind', 'liaisonFullTime', 'liaisonLevel', 'assignedFrom', 'assignedTo', 'visitFrequency', 'assignmentState'] },
    { all: ['liaisonName'], least: 3, title: /(?:指导员|联络员).*(?:选派|名册|台账|一览)/, some: ['liaisonEmployer', 'liaisonPhone', 'liaisonPost', 'liaisonKind', 'liaisonFullTime', 'liaisonLevel'], telling: ['liaisonKind', 'liaisonLevel'] },
  ],
  F05: [{ all: ['visitedOn', 'enterpriseName'], least: 1, title: /走访|指导记录/, some: ['visitContent', 'visitMode', 'problem'] }],
  F06: [{
    all: ['enterpriseName'], least: 2, title: /应建未建|未建党组织/, telling: ['plannedMeasure', 'plannedMode', 'progress', 'responsibleUnit', 'unbuiltKind'],
    some: ['unbuiltKind', 'unbuiltReason', 'plannedMeasure', 'plannedMode', 'plannedFoundingOn', 'responsibleUnit', 'responsible', 'progress'],
  }],
  F07: [{
    all: ['partyOrgName', 'secretaryName'], least: 2, title: /书记(?:队伍)?.*(?:信息|名册|情况)/,
    some: ['secretaryGender', 'secretaryBirthMonth', 'secretaryEducation', 'secretarySource', 'secretaryIdentity', 'secretarySince', 'secretaryTrainings', 'secretaryFullTime', 'secretaryPost', 'secretaryPhone', 'secretaryElsewhere'],
    telling: ['secretaryGender', 'secretaryBirthMonth', 'secretaryEducation', 'secretaryIdentity', 'secretarySince', 'secretaryTrainings', 'secretaryElsewhere', 'secretaryFullTime'],
  }],
  F08: [
    { all: ['enterpriseName'], least: 3, some: deliveryStates, title: /三建三送/ },
    { all: ['delivery.item'], least: 1, some: ['delivery.quantity', 'delivery.amount', 'delivery.doneOn'], telling: ['delivery.quantity', 'delivery.doneOn'], title: /三建三送|[三四五]送|赠送/ },
  ],
  F09: [{ all: ['enterpriseName'], least: 3, some: goals, title: /六有/ }],
  F10: [{ all: ['payeeName', 'occurredOn'], least: 1, some: ['fund.in.enterprise', 'fund.in.refund', 'fund.in.fiscal', 'fund.in.other', 'fund.out', 'fundAmount'], title: /经费|党费/ }],
  F11: [{ all: ['itemText', 'itemMax'], least: 1, some: ['itemGroup', 'itemRule', 'selfScore', 'finalScore'], title: /评分表|考核细则|考评细则|评分细则/ }],
  F11S: [{ all: ['partyOrgName'], least: 1, some: ['scoreQ1', 'scoreQ2', 'scoreQ3', 'scoreQ4'], title: /考核情况汇总|积分情况|考核汇总/ }],
  F12: [{
    all: ['partyOrgName'], least: 2, title: /换届/, telling: ['remindedOn', 'remindedBy', 'extensionNo', 'extendedTo', 'plannedElectionOn', 'electedOn', 'electionMethod', 'daysToTermEnd'],
    some: ['lastElectionOn', 'termEndsOn', 'remindedOn', 'remindedBy', 'extensionNo', 'extendedTo', 'plannedElectionOn', 'electedOn', 'electionMethod', 'daysToTermEnd', 'electionState'],
  }],
}

/** What the title above a table is worth, in columns. */
const titleWeight = 3

/**
 * The form most of a table's columns belong to, among those it has the evidence of; the ledger wins a tie. Null when it
 * is none we know. `own` are the words of the district.
 */
export function recogniseTable(
  table: FoundTable,
  samples: ColumnSamples,
  isUnit: (text: string) => boolean,
  own: ReadingWords = nationalWords,
): RecognisedTable | null {
  const leaves = table.columns.map((column) => column.path).filter((path) => !isRowNumberHeader(path.at(-1) ?? ''))
  if (leaves.length === 0) return null
  const ledger = mapColumns(table.columns, samples, isUnit, own)
  const fields = new Set(ledger.columns.map(({ field }) => field))
  const isLedger = fields.has('enterpriseName') && ledgerEvidence.filter((field) => fields.has(field)).length >= 2
  const ledgerScore = leaves.filter(isOurs).length

  const rivals = readForms.flatMap((form) => {
    const map = mapFormColumns(form, table.columns, samples, isUnit, own)
    const worth = scoreOf(form, map, table.above)
    return worth === null ? [] : [{ id: form, title: titleOf(form), map, worth }]
  })
  const best = rivals.sort((a, b) => b.worth - a.worth)[0]
  if (hasMoved(leaves) && movedHits(leaves) > Math.max(best?.worth ?? 0, ledgerScore)) return { id: 'F13', title: titleOf('F13'), map: null }
  if (best && (!isLedger || best.worth > ledgerScore)) return best
  if (!isLedger) return null
  const id = fields.has('legalRepName') && fields.has('registeredAddress') ? 'F02' : 'F01'
  return { id, title: titleOf(id), map: ledger }
}

/** Columns of the table that are columns of the form; null where it lacks what makes the form. */
function scoreOf(form: ReadForm, map: ColumnMap<string>, above: readonly string[]): number | null {
  const fields = new Set(map.columns.map(({ field }) => field))
  const met = evidence[form].find(({ all, some, least, telling }) => {
    const found = some.filter((field) => fields.has(field)).length
    return all.every((field) => fields.has(field)) && found >= least && (telling?.some((field) => fields.has(field)) ?? true)
  })
  if (!met) return null
  return map.columns.length + (above.some((line) => met.title.test(wordKey(line))) ? titleWeight : 0)
}

function titleOf(id: FormId): string {
  return bareTitle(findForm(id))
}

const moved = standardForms.filter(({ id }) => !isReadForm(id) && id !== 'F01' && id !== 'F02').flatMap((form) => form.columns)
const movedHeaders = new Set(moved.flatMap(({ header, group }) => [...headerKeys(header), ...headerKeys(group + header)]))

/** F13 lists what became of enterprises; it is made by the office and taken from nobody. */
function hasMoved(leaves: readonly (readonly string[])[]): boolean {
  return leaves.some((path) => headerKeys(path.at(-1) ?? '').some((key) => /^变动(?:类别|时间|原因)$/.test(key)))
}

function movedHits(leaves: readonly (readonly string[])[]): number {
  return leaves.filter((path) => headerKeys(path.at(-1) ?? '').some((key) => movedHeaders.has(key))).length
}

function isOurs(path: readonly string[]): boolean {
  return fieldsOfHeader(path.at(-1) ?? '').length > 0 || (path.length > 1 && fieldsOfHeader(path.at(-2) ?? '').length > 0)
}
