import type { CrossUnitPair } from '../../../shared/contract/import'
import { fieldLabel, importFields, shownValue, type ImportField, type ImportFields } from '../import/importField'
import { isEntry, type PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'

type Claim = CrossUnitPair['stands']

/** Rows another unit's claim keeps out, each beside what stands (docs/domain.md 11.7). */
export function crossUnitPairs({ entries }: Plan): CrossUnitPair[] {
  return entries.flatMap((entry) => (entry.rival ? [pairOf(entry, entry.rival)] : []))
}

function pairOf(entry: PlanEntry, rival: NonNullable<PlanEntry['rival']>): CrossUnitPair {
  const facts: Partial<Record<ImportField, unknown>> = isEntry(rival) ? rival.facts : { ...rival }
  return {
    name: entry.facts.enterpriseName ?? entry.known?.enterpriseName ?? '',
    creditCode: entry.facts.creditCode ?? entry.known?.creditCode ?? null,
    stands: isEntry(rival) ? claimOf(rival) : { unit: rival.unitName, fileId: null, file: null, sheet: null, row: null, enterpriseId: rival.id },
    out: claimOf(entry),
    differing: (Object.keys(importFields) as ImportField[]).flatMap((field) => {
      const [stands, out] = [shown(facts[field]), shown(entry.facts[field])]
      // What the row does not state it does not contradict.
      return entry.facts[field] === undefined || stands === out ? [] : [{ label: fieldLabel(field), stands, out }]
    }),
  }
}

function claimOf({ unit, file, row, known }: PlanEntry): Claim {
  return { unit: unit?.name ?? '', fileId: file.fileId, file: file.name, sheet: row.sheet, row: row.row, enterpriseId: known?.id ?? null }
}

function shown(value: unknown): string {
  return shownValue(value as ImportFields[ImportField] | undefined)
}
