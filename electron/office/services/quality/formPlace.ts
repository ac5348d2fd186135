import type { TemplateFormId } from '../../../../shared/domain/formId'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { findForm } from '../../forms/standardForms'
import { text } from '../../records/rules/say'
import type { DescribedFinding } from './describeFindings'

/** Where on a unit's form a finding stands: the row of which record, and in which column; null for the whole row. */
export interface FormPlace {
  form: TemplateFormId
  recordId: number
  field: string | null
}

type Place = (finding: DescribedFinding) => FormPlace | null

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
  enterprise: ({ recordId, field }) => onEnterprise(recordId, field === 'name' ? 'enterpriseName' : field),
  coverage: ({ enterpriseId }) => (enterpriseId === null ? null : onEnterprise(enterpriseId, 'partyOrgName')),
  partyOrg: (finding) => (finding.values['dissolvedOn'] ? null : ofOrg(finding)),
  secretaryTerm: ({ partyOrgId, field, values }) =>
    partyOrgId === null || values['until'] !== null ? null : at('F07', partyOrgId, field, secretaryFields),
  assignment: ({ recordId, field }) => at('F04', recordId, field, assignmentFields),
  visit: ({ recordId, field }) => at('F05', recordId, field, visitFields),
  delivery: ({ enterpriseId, field, values }) =>
    enterpriseId === null ? null : { form: 'F08', recordId: enterpriseId, field: deliveryColumn(text(values, 'item'), field) },
  goalCheck: ({ enterpriseId, field }) => (enterpriseId === null ? null : at('F09', enterpriseId, field, goalFields)),
  fundEntry: ({ recordId, field }) => at('F10', recordId, field, fundFields),
}

/** Null where no form that goes out to units carries the record. */
export function formPlace(finding: DescribedFinding): FormPlace | null {
  return places[finding.kind]?.(finding) ?? null
}

function onEnterprise(recordId: number, field: string | null): FormPlace {
  const form = field !== null && !carries('F01', field) && carries('F02', field) ? 'F02' : 'F01'
  return { form, recordId, field: field !== null && carries(form, field) ? field : null }
}

function ofOrg({ recordId, code, field }: DescribedFinding): FormPlace {
  if (code === 'V-17') return { form: 'F07', recordId, field: 'secretaryName' }
  if (code === 'V-33') return at('F12', recordId, field, electionFields)
  if (field === null && (code === 'V-30' || code === 'V-32')) return { form: 'F03', recordId, field: 'coveredEnterprises' }
  return at('F03', recordId, field, orgFields)
}

function at(form: TemplateFormId, recordId: number, field: string | null, fields: Readonly<Record<string, string>>): FormPlace {
  return { form, recordId, field: (field !== null ? fields[field] : undefined) ?? null }
}

function deliveryColumn(item: string | null, field: string | null): string | null {
  const fact = ['state', 'quantity', 'doneOn'].find((name) => name === field)
  return item !== null && fact !== undefined ? `delivery.${item}.${fact}` : null
}

const carried = new Map<TemplateFormId, ReadonlySet<string>>()

function carries(form: TemplateFormId, field: string): boolean {
  let fields = carried.get(form)
  if (!fields) carried.set(form, (fields = new Set(findForm(form).columns.map((column) => column.field))))
  return fields.has(field)
}
