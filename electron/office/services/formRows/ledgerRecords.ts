import type { EntityManager } from '../../db/gate'
import { enterpriseRepository } from '../../db/repositories/enterpriseRepository'
import type { FullLedgerRecord } from '../../db/repositories/ledgerRows'
import { unitRepository } from '../../db/repositories/unitRepository'
import type { FormScene } from './formScene'

/** Living enterprises of the scene: units in official order, and within a unit the order its own sheet came in. */
export async function ledgerRecords(manager: EntityManager, { asOf, unitId, settings }: FormScene): Promise<FullLedgerRecord[]> {
  const entered = await enterpriseRepository.ledgerRows(manager, {
    asOf,
    rules: settings.rules,
    ...(unitId === null ? {} : { unitIds: [unitId] }),
  })
  const place = new Map((await unitRepository.list(manager)).map(({ id }, i) => [id, i]))
  return entered.sort((a, b) => (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0))
}
