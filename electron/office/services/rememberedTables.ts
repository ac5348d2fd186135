import type { RememberedAnswer } from '../../../shared/contract/mapping'
import type { EntityManager } from '../db/gate'
import { headerMappingRepository } from '../db/repositories/headerMappingRepository'
import type { TableAnswer } from '../import/mapping/tableAnswer'
import type { KnownUnit } from '../import/unitIndex'

/** What a person said of a table, and when and for whom. */
export interface RememberedTable extends TableAnswer {
  remembered: RememberedAnswer
}

/** What people said of the tables of a unit; null: of files that do not say whose they are. */
export async function rememberedTables(manager: EntityManager, unit: KnownUnit | null): Promise<RememberedTable[]> {
  const mappings = await headerMappingRepository.ofUnit(manager, unit?.id ?? null)
  return mappings.map(({ fingerprint, pointed, form, columns, decidedOn }) => ({
    fingerprint,
    pointed,
    form,
    columns: new Map(columns.map(({ position, field }) => [position, field])),
    remembered: { unit: unit?.name ?? null, on: decidedOn },
  }))
}

export function rememberedAs(fingerprint: string | null, answers: readonly RememberedTable[]): RememberedAnswer | null {
  return answers.find((answer) => answer.fingerprint === fingerprint)?.remembered ?? null
}
