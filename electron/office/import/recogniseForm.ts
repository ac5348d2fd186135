import { standardForms } from '../forms/standardForms'
import { headerKeys } from '../text/wordKey'
import type { FoundTable } from './findTable'
import { fieldsOfHeader, isRowNumberHeader } from './headerIndex'
import type { ImportField } from './importField'
import type { ColumnMap } from './mapColumns'

export interface RecognisedForm {
  id: string
  title: string
  /** Whether this import takes it: the master ledger (F01), the survey (F02) and every part of them. */
  ours: boolean
}

const ledgerEvidence: readonly ImportField[] = [
  'creditCode', 'operatingStatus', 'isAboveScale', 'employees', 'formalMembers', 'hasPartyOrg', 'orgMode', 'orgType',
  'partyOrgName', 'unbuiltReason', 'industry', 'enterpriseType', 'businessAddress', 'liaisonName', 'hasUnion',
]

const forms = standardForms.map((form) => ({
  id: form.id,
  title: form.title.replace(/\{[^}]*\}/g, ''),
  headers: new Set(form.columns.flatMap((column) => [...headerKeys(column.header), ...headerKeys(column.group + column.header)])),
}))

function formOf(id: string, ours: boolean): RecognisedForm | null {
  const form = forms.find((candidate) => candidate.id === id)
  return form ? { id, title: form.title, ours } : null
}

/**
 * Which standard form a table is, by its words: one of ours when it names enterprises and says something a ledger
 * says; another form when its headers are mostly that form's own. Null when it is none we know.
 */
export function recogniseForm(table: FoundTable, map: ColumnMap): RecognisedForm | null {
  const leaves = table.columns.map((column) => column.path).filter((path) => !isRowNumberHeader(path.at(-1) ?? ''))
  if (leaves.length === 0) return null
  const fields = new Set(map.columns.map(({ field }) => field))
  const evidence = ledgerEvidence.filter((field) => fields.has(field)).length
  const known = leaves.filter(isOurs).length

  const rival = forms
    .filter((form) => form.id !== 'F01' && form.id !== 'F02')
    .map((form) => ({ id: form.id, hits: leaves.filter((path) => matches(path, form.headers)).length }))
    .sort((a, b) => b.hits - a.hits)[0]
  const theirs = rival && rival.hits > known && rival.hits * 2 > leaves.length ? rival : null
  if (theirs) return formOf(theirs.id, false)
  if (!fields.has('enterpriseName') || evidence < 2) return null
  return fields.has('legalRepName') && fields.has('registeredAddress') ? formOf('F02', true) : formOf('F01', true)
}

function matches(path: readonly string[], headers: ReadonlySet<string>): boolean {
  const keys = [...headerKeys(path.at(-1) ?? ''), ...headerKeys(path.slice(0, -1).join('') + (path.at(-1) ?? ''))]
  return keys.some((key) => headers.has(key))
}

function isOurs(path: readonly string[]): boolean {
  return fieldsOfHeader(path.at(-1) ?? '').length > 0 || (path.length > 1 && fieldsOfHeader(path.at(-2) ?? '').length > 0)
}
