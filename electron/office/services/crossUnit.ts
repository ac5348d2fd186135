import type { CrossUnitPair } from '../../../shared/contract/import'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { importFields, ownFieldLabel, shownValue, type ImportField, type ImportFields } from '../import/importField'
import { isEntry, type PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'

type Claim = CrossUnitPair['stands']

/** Rows another unit's claim keeps out, each beside what stands (docs/domain.md 11.7), in the words of the district. */
export function crossUnitPairs({ entries }: Plan, settings: OfficeSettings): CrossUnitPair[] {
  return entries.flatMap((entry) => (entry.rival ? [pairOf(entry, entry.rival, settings)] : []))
}

function pairOf(entry: PlanEntry, rival: NonNullable<PlanEntry['rival']>, settings: OfficeSettings): CrossUnitPair {
  const shown = (field: ImportField, value: unknown): string => shownValue(field, value as ImportFields[ImportField] | undefined, settings.words)
  const facts: Partial<Record<ImportField, unknown>> = isEntry(rival) ? rival.facts : { ...rival }
  return {
    name: entry.facts.enterpriseName ?? entry.known?.enterpriseName ?? '',
    creditCode: entry.facts.creditCode ?? entry.known?.creditCode ?? null,
    stands: isEntry(rival) ? claimOf(rival) : { unit: rival.unitName, fileId: null, file: null, sheet: null, row: null, enterpriseId: rival.id },
    out: claimOf(entry),
    differing: (Object.keys(importFields) as ImportField[]).flatMap((field) => {
      const [stands, out] = [shown(field, facts[field]), shown(field, entry.facts[field])]
      // What the row does not state it does not contradict.
      return entry.facts[field] === undefined || stands === out ? [] : [{ label: ownFieldLabel(field, settings), stands, out }]
    }),
  }
}

function claimOf({ unit, file, row, known }: PlanEntry): Claim {
  return { unit: unit?.name ?? '', fileId: file.fileId, file: file.name, sheet: row.sheet, row: row.row, enterpriseId: known?.id ?? null }
}
