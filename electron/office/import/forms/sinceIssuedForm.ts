import type { ImportPolicy, KeptSide } from '../../../../shared/contract/import'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { isTemplateFormId } from '../../../../shared/domain/formId'
import { ownFieldWord, type OwnWords } from '../../../../shared/domain/ownWords'
import { findForm } from '../../forms/standardForms'
import { formValue } from '../../forms/formCell'
import type { FormRow, FormValue } from '../../forms/formRow'
import { templateForm } from '../../forms/template/templateForm'
import { threeWay } from '../issued/threeWay'
import { readCell } from '../readCell'
import { formFields, type FormFields, type ReadForm } from './formFields'
import type { FormSheetRow, IssuedFormValues, RowSince } from './formSheetRow'

interface Since {
  form: ReadForm
  /** The row as the form would be written by now; undefined when the form no longer lists the record. */
  current: FormRow | undefined
  policy: ImportPolicy
  keep: KeptSide
  today: CalendarDate
  /** In whose words a conflict is told. */
  words: OwnWords
}

/** Columns that say what a row is about: they stay where the form no longer lists the record. */
const identity = ['visitedOn', 'occurredOn', 'liaisonName', 'payeeName', 'unitName', 'enterpriseName', 'creditCode', 'partyOrgName']

/** Of whom or of what the other columns of a row speak, where the record of the row does not say it. */
const addressees: Readonly<Partial<Record<ReadForm, { name: string; columns: RegExp }>>> = {
  F03: { name: 'secretaryName', columns: /^secretary/ },
  F07: { name: 'secretaryName', columns: /^(?:secretary|note$)/ },
  F09: { name: 'goalCheckedOn', columns: /^(?:goal|note$)/ },
}

/** Figures that follow from others: as they were sent out they say nothing beside what was changed. */
const derived = ['scoreH1', 'scoreH2', 'scoreYear', 'orgFormalMembers', 'orgProbationaryMembers']

/**
 * A row that came back, with the ledger's present values in place of what was left as it was sent out: what a form
 * says of the present ledger changes nothing, so only what was filled in does. Where both changed a column it is a
 * conflict, and so is what was filled in of a person or verdict that the ledger has another one for by now; `keep` says
 * whose value stands.
 */
export function sinceIssuedForm(row: FormSheetRow, issued: IssuedFormValues, scene: Since): FormSheetRow {
  const { form, current, policy, keep, words } = scene
  const fields = formFields(form)
  const addressee = addressees[form]
  const values = { ...row.values }
  const since: RowSince = { isTouched: Object.keys(values).some((field) => !issued.fields.has(field)), conflicts: [] }
  const sides = (field: string): Sides => {
    const base = issued.values[field] ?? null
    return { base, ours: current ? presentValue(scene, fields, field, current) : base, theirs: row.values[field] }
  }
  const hasOther = addressee !== undefined && isReplaced(sides(addressee.name))
  for (const field of issued.fields) {
    const { base, ours, theirs } = sides(field)
    const ofOther = hasOther && addressee.name !== field && addressee.columns.test(field)
    const moved = threeWay(base, ours, theirs, isSame)
    const standing = moved === 'theirs' && ofOther ? 'conflict' : moved
    const isConflict = standing === 'conflict' && (policy === 'replace' || (policy === 'fill' && ours === null))
    if (isConflict) {
      const [was, is, filled] = [base, ours, theirs ?? null].map((value) => ownFieldWord(words, field, shown(value)))
      since.conflicts.push({ field, label: fields.labelOf(field), base: was ?? '', ours: is ?? '', theirs: filled ?? '' })
    }
    if (standing === 'theirs' || (isConflict && keep === 'theirs')) since.isTouched = true
    else if (ours === null || follows(form, field) || (!current && !identity.includes(field))) delete values[field]
    else values[field] = ours
  }
  return { ...row, values, since }
}

function follows(form: ReadForm, field: string): boolean {
  return derived.includes(field) || (isTemplateFormId(form) && templateForm(form).fixed.includes(field))
}

interface Sides {
  base: FormValue
  ours: FormValue
  /** Undefined for a blank cell. */
  theirs: FormValue | undefined
}

/** Another one in the ledger, and the sheet still names the one it was sent out with. */
function isReplaced({ base, ours, theirs }: Sides): boolean {
  return base !== null && !isSame(base, ours) && isSame(base, theirs ?? null)
}

/** The present value as it would be read from the form. */
function presentValue({ form, today }: Since, fields: FormFields, field: string, current: FormRow): FormValue {
  const column = findForm(form).columns.find((candidate) => candidate.field === field)
  if (!column) return null
  const { value, month } = readCell(formValue(current[field] ?? null, column.type), fields.kindOf(field), fields.labelOf(field), today)
  return month && typeof value === 'string' ? value.slice(0, 7) : (value ?? null)
}

/** Two decimals, and a month with a day of it. */
function isSame(a: FormValue, b: FormValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.005
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  const month = [a, b].find((text) => /^\d{4}-\d{2}$/.test(text))
  return month === undefined ? a === b : a.slice(0, 7) === b.slice(0, 7)
}

function shown(value: FormValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === null ? '' : String(value)
}
