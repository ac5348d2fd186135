import type { TemplateFormId } from '../../../../shared/domain/formId'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { findForm } from '../../forms/standardForms'
import { count, text, type Values } from '../../records/rules/say'

/** Where on a unit's form a finding stands: the row of which record, and in which column; null for the whole row. */
export interface FormPlace {
  form: TemplateFormId
  recordId: number
  field: string | null
}

/** What a finding says of one record, with what is kept of it. */
interface Said {
  kind: RecordKind
  id: number
  code: string
  field: string | null
  values: Values
}

type Place = (said: Said) => FormPlace | null

const enterpriseOf = ({ values }: Said): number | null => count(values, 'enterpriseId')

const sameName = (...names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]))

const orgFields: Readonly<Record<string, string>> = {
  ...sameName(
    'orgType', 'jointBasis', 'parentOrgName', 'approvalNo', 'deputySecretaries', 'committeeSize', 'lastElectionOn', 'termYears',
    'termEndsOn', 'placeArea',
  ),
  name: 'partyOrgName', code: 'orgCode', mode: 'orgMode', foundedOn: 'orgFoundedOn', formalMembersStated: 'orgFormalMembers',
  probationaryStated: 'orgProbationaryMembers', contactName: 'orgContactName', contactPhone: 'orgContactPhone', grade: 'orgGrade',
}
const electionFields: Readonly<Record<string, string>> = sameName(
  'lastElectionOn', 'termYears', 'termEndsOn', 'extendedTo', 'extensionNo', 'remindedOn', 'remindedBy', 'plannedElectionOn', 'electionMethod',
)
const secretaryFields: Readonly<Record<string, string>> = {
  name: 'secretaryName', source: 'secretarySource', identity: 'secretaryIdentity', enterprisePost: 'secretaryPost',
  fullTime: 'secretaryFullTime', since: 'secretarySince', phone: 'secretaryPhone', education: 'secretaryEducation', trainings: 'secretaryTrainings',
}
const assignmentFields: Readonly<Record<string, string>> = {
  liaisonId: 'liaisonName', enterpriseId: 'enterpriseName', from: 'assignedFrom', to: 'assignedTo', frequencyTimes: 'visitFrequency',
  frequencyUnit: 'visitFrequency', endReason: 'note', note: 'note',
}
const visitFields: Readonly<Record<string, string>> = {
  ...sameName('visitedOn', 'metPersons', 'problem', 'measure', 'responsible', 'deadline', 'resolution', 'resolvedOn', 'suggestion'),
  liaisonId: 'liaisonName', enterpriseId: 'enterpriseName', mode: 'visitMode', content: 'visitContent',
}
const goalFields: Readonly<Record<string, string>> = {
  checkedOn: 'goalCheckedOn', remedy: 'goalRemedy', deadline: 'goalRemedy',
  ...Object.fromEntries(
    ['org', 'place', 'fund', 'activity', 'rule', 'effect'].flatMap((goal) => [[`${goal}Met`, `goal.${goal}`], [`${goal}Evidence`, `goal.${goal}.evidence`]]),
  ),
}
const fundFields: Readonly<Record<string, string>> = {
  ...sameName('occurredOn', 'voucherNo', 'handler', 'note'),
  direction: 'fundDirection', use: 'fundUse', summary: 'fundSummary', partyOrgId: 'payeeName', enterpriseId: 'payeeName',
}

/** A joint organisation may be another unit's: what it covers is told of the enterprise. */
const places: Partial<Record<RecordKind, Place>> = {
  enterprise: ({ id, field }) => onEnterprise(id, field === 'name' ? 'enterpriseName' : field),
  coverage: (said) => onEnterprise(enterpriseOf(said), 'partyOrgName'),
  partyOrg: (said) => (said.values['dissolvedOn'] ? null : ofOrg(said)),
  secretaryTerm: ({ field, values }) => (values['until'] === null ? at('F07', count(values, 'partyOrgId'), field, secretaryFields) : null),
  assignment: ({ id, field }) => at('F04', id, field, assignmentFields),
  visit: ({ id, field }) => at('F05', id, field, visitFields),
  delivery: (said) => at('F08', enterpriseOf(said), said.field, deliveryFields(text(said.values, 'item'))),
  goalCheck: (said) => at('F09', enterpriseOf(said), said.field, goalFields),
  fundEntry: ({ id, field }) => at('F10', id, field, fundFields),
}

/** Null where no form that goes out to units carries the record. */
export function formPlace(said: Said): FormPlace | null {
  return places[said.kind]?.(said) ?? null
}

function onEnterprise(recordId: number | null, field: string | null): FormPlace | null {
  if (recordId === null) return null
  const form = field !== null && !carries('F01', field) && carries('F02', field) ? 'F02' : 'F01'
  return { form, recordId, field: field !== null && carries(form, field) ? field : null }
}

function ofOrg({ id, code, field }: Said): FormPlace | null {
  if (code === 'V-17') return { form: 'F07', recordId: id, field: 'secretaryName' }
  if (code === 'V-33') return at('F12', id, field, electionFields)
  if (field === null && (code === 'V-30' || code === 'V-32')) return { form: 'F03', recordId: id, field: 'coveredEnterprises' }
  return at('F03', id, field, orgFields)
}

function at(form: TemplateFormId, recordId: number | null, field: string | null, fields: Readonly<Record<string, string>>): FormPlace | null {
  return recordId === null ? null : { form, recordId, field: (field !== null ? fields[field] : undefined) ?? null }
}

function deliveryFields(item: string | null): Record<string, string> {
  return Object.fromEntries(['state', 'quantity', 'doneOn'].map((fact) => [fact, `delivery.${item ?? ''}.${fact}`]))
}

const carried = new Map<TemplateFormId, ReadonlySet<string>>()

function carries(form: TemplateFormId, field: string): boolean {
  let fields = carried.get(form)
  if (!fields) carried.set(form, (fields = new Set(findForm(form).columns.map((column) => column.field))))
  return fields.has(field)
}
