import type { FormId } from '../../../../shared/domain/formId'
import type { FormColumn } from '../../forms/form'
import { findForm } from '../../forms/standardForms'
import type { FieldKind, SheetFields, WordDomain } from '../importField'

/** The standard forms that are read besides the ledger (F01, F02); F13 is only ever written. */
export const readForms = ['F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11', 'F11S', 'F12'] as const satisfies readonly FormId[]
export type ReadForm = (typeof readForms)[number]

export function isReadForm(id: string): id is ReadForm {
  return (readForms as readonly string[]).includes(id)
}

const text = (max: number): FieldKind => ({ type: 'text', max })
const lines = (max: number): FieldKind => ({ type: 'text', max, multiline: true })
const person = (max: number): FieldKind => ({ type: 'text', max, person: true })
const word = (domain: WordDomain): FieldKind => ({ type: 'word', domain })
const past: FieldKind = { type: 'date', earliest: '1949-10-01', future: false }
const anyDay: FieldKind = { type: 'date', earliest: '1949-10-01', future: true }
const orgPast: FieldKind = { type: 'date', earliest: '1921-07-01', future: false }
const orgDay: FieldKind = { type: 'date', earliest: '1921-07-01', future: true }

/** Fields whose column type alone does not say how they are read. Lengths are those of the records they go to. */
const kinds: Readonly<Record<string, FieldKind>> = {
  unitName: text(40),
  enterpriseName: text(100),
  creditCode: { type: 'code' },
  partyOrgName: text(100),
  parentOrgName: text(100),
  payeeName: text(100),
  coveredEnterprises: { type: 'names' },
  orgCode: text(20),
  orgType: word('orgType'),
  orgMode: word('orgMode'),
  jointBasis: word('jointBasis'),
  orgFoundedOn: orgPast,
  approvalNo: text(40),
  secretaryName: person(20),
  lastElectionOn: orgPast,
  termEndsOn: orgDay,
  electionState: text(20),
  orgContactName: person(20),
  orgContactPhone: { type: 'phone' },
  orgGrade: text(20),
  note: lines(500),

  liaisonName: person(20),
  liaisonKind: word('liaisonKind'),
  liaisonFullTime: word('fullTime'),
  liaisonEmployer: text(80),
  liaisonPost: text(40),
  liaisonHomeOrg: text(80),
  liaisonPhone: { type: 'phone' },
  liaisonLevel: word('liaisonLevel'),
  assignedFrom: anyDay,
  assignedTo: anyDay,
  visitFrequency: { type: 'frequency' },
  assignmentState: word('assignmentState'),

  visitedOn: past,
  visitMode: word('visitMode'),
  metPersons: text(100),
  visitContent: lines(500),
  problem: lines(500),
  measure: lines(500),
  responsible: person(40),
  deadline: anyDay,
  resolution: word('resolution'),
  resolvedOn: past,
  suggestion: lines(500),

  unbuiltKind: text(40),
  unbuiltReason: word('unbuiltReason'),
  plannedMeasure: lines(500),
  plannedMode: word('orgMode'),
  plannedFoundingOn: anyDay,
  responsibleUnit: text(40),
  progress: lines(500),

  secretaryGender: word('gender'),
  secretaryBirthMonth: { type: 'date', earliest: '1900-01-01', future: false },
  secretaryEducation: text(20),
  secretarySource: word('secretarySource'),
  secretaryIdentity: word('secretaryIdentity'),
  secretaryPost: text(40),
  secretaryFullTime: word('fullTime'),
  secretarySince: orgDay,
  secretaryPhone: { type: 'phone' },

  'delivery.item': word('deliveryItem'),
  'delivery.quantity': { type: 'decimal' },
  'delivery.amount': { type: 'money', per: '元' },
  'delivery.doneOn': past,
  receiver: person(20),
  handler: person(20),
  goalCheckedOn: past,
  goalRemedy: lines(500),

  occurredOn: past,
  fundDirection: word('fundDirection'),
  fundSource: text(20),
  fundUse: word('fundUse'),
  fundAmount: { type: 'money', per: '元' },
  fundSummary: text(100),
  voucherNo: text(30),

  itemGroup: text(30),
  itemText: lines(200),
  itemMax: { type: 'decimal' },
  itemRule: lines(300),
  itemMethod: text(40),
  deductionReason: text(200),

  orgSector: word('sector'),
  localIndustry: text(40),
  scoreGrade: text(20),

  remindedOn: orgPast,
  remindedBy: text(20),
  extensionNo: text(40),
  extendedTo: orgDay,
  plannedElectionOn: orgDay,
  electedOn: orgPast,
  electionMethod: text(40),

  // Computed columns that may be negative; they are not read back.
  daysToTermEnd: text(20),
  fundBalance: text(20),
}

/** Columns that real sheets of a form have beside those of the standard. */
const more: Partial<Record<ReadForm, Readonly<Record<string, string>>>> = {
  F03: { secretaryPhone: '书记联系电话' },
  F08: { 'delivery.item': '项目', 'delivery.quantity': '数量', 'delivery.amount': '金额(元)', 'delivery.doneOn': '送达时间' },
  F10: { fundSource: '收入来源', fundAmount: '金额(元)' },
  F11: { partyOrgName: '党组织名称' },
}

export interface FormFields extends SheetFields<string> {
  form: ReadForm
  fields: readonly string[]
}

function kindOfColumn(form: ReadForm, { field, type }: FormColumn): FieldKind {
  // A person may have all his enterprises in one cell.
  if (form === 'F04' && field === 'enterpriseName') return { type: 'names' }
  const known = kinds[field]
  if (known) return known
  if (/^delivery\.\w+\.state$/.test(field)) return word('delivery')
  if (/\.evidence$/.test(field)) return lines(200)
  if (/^delivery\.\w+\.doneOn$/.test(field)) return past
  if (/\.quantity$/.test(field)) return { type: 'decimal' }
  switch (type) {
    case 'int':
      return { type: 'count' }
    case 'decimal':
      return { type: 'decimal' }
    case 'money':
      return { type: 'money', per: '元' }
    case 'date':
      return anyDay
    case '是/否':
    case 'tick':
      return { type: 'flag' }
    case 'text':
    case 'enum':
      return text(100)
  }
}

function describe(form: ReadForm): FormFields {
  const columns = findForm(form).columns.filter(({ field }) => field !== 'rowNo')
  const twice = new Set(columns.map(({ header }) => header).filter((header, i, all) => all.indexOf(header) !== i))
  const known = new Map<string, { kind: FieldKind; label: string }>()
  for (const column of columns) {
    const { group, header, field } = column
    known.set(field, { kind: kindOfColumn(form, column), label: twice.has(header) && group !== '' ? `${group}${header}` : header })
  }
  for (const [field, label] of Object.entries(more[form] ?? {})) known.set(field, { kind: kinds[field] ?? text(100), label })
  const found = (field: string): { kind: FieldKind; label: string } => {
    const described = known.get(field)
    if (!described) throw new RangeError(`${form} has no field ${field}`)
    return described
  }
  return { form, fields: [...known.keys()], kindOf: (field) => found(field).kind, labelOf: (field) => found(field).label }
}

const all = new Map(readForms.map((form) => [form, describe(form)]))

/** Fields of a form by the names of resources/forms.json, with those only real sheets have. */
export function formFields(form: ReadForm): FormFields {
  const fields = all.get(form)
  if (!fields) throw new RangeError(`${form} is not read`)
  return fields
}
