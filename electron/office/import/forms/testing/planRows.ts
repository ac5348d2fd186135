import type { ImportPolicy } from '../../../../../shared/contract/import'
import { nationalSettings } from '../../../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../../../shared/record/field'
import { definitionOf, type RecordKind } from '../../../../../shared/record/recordKind'
import type { FormRow } from '../../../forms/formRow'
import { readLedger } from '../../readLedger'
import { workbookOf } from '../../testing/sheetOf'
import { unitIndex } from '../../unitIndex'
import { draftLedger } from '../draftLedger'
import type { FormPlanEntry } from '../formPlanEntry'
import type { ReadForm } from '../formFields'
import { planForm } from '../formPlan'
import type { KnownRecord, KnownRecords } from '../knownRecords'
import { plannedForms } from '../planners'
import { formSheetOf } from './formSheetOf'

export const units = [{ id: 1, name: '甲街道', aliases: ['甲街办'] }, { id: 2, name: '乙镇', aliases: [] }]
export const today = '2026-06-30'

type Values = Record<string, FieldValue>

/** A record with blanks for everything not given. */
export function known(kind: RecordKind, id: number, values: Values): KnownRecord {
  const blank = Object.fromEntries(Object.entries(definitionOf(kind).fields).map(([name, { type }]) => [name, type === 'list' || type === 'yearCounts' ? [] : null]))
  return { id, version: 1, values: { ...blank, ...values } }
}

export const enterprise = (id: number, name: string, values: Values = {}): KnownRecord =>
  known('enterprise', id, { name, unitId: 1, sector: '非公企业', operatingStatus: '正常经营', isLegalPerson: true, ...values })

/** Plans rows of a form, written and read as a sheet, against some records. */
export function planRows(
  form: ReadForm,
  rows: readonly FormRow[],
  records: KnownRecords['records'] = {},
  given: { policy?: ImportPolicy; title?: string; filledBy?: string; name?: string } & Partial<Pick<KnownRecords, 'computed' | 'classes'>> = {},
): FormPlanEntry[] {
  const { tables } = readLedger('表.xlsx', workbookOf(formSheetOf(form, rows, given)), unitIndex(units), today)
  const planned = plannedForms.find((one) => one.form === form)
  if (!planned) throw new Error(`${form} has no planner`)
  const all: KnownRecords = { today, settings: nationalSettings, units, records, computed: given.computed ?? new Map(), classes: given.classes ?? new Map() }
  let last = 0
  return planForm(
    planned.planner,
    tables.map((table) => ({ ...table, file: { fileId: '1', name: '表.xlsx' }, issuedOn: null, keepOf: () => 'ours' })),
    { ledger: draftLedger(all, () => --last), known: all, policy: given.policy ?? 'replace' },
  )
}

/** The records an entry writes, in short: kind, new or known, values. */
export function written({ records }: FormPlanEntry): [kind: RecordKind, id: number, values: Values][] {
  return records.filter(({ values }) => Object.keys(values).length > 0).map(({ kind, id, values }) => [kind, id, values])
}

export function said({ problems }: FormPlanEntry): [code: string, level: string, column: string | null][] {
  return problems.map(({ code, level, column }) => [code, level, column])
}
