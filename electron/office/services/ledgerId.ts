import { randomUUID } from 'node:crypto'
import type { EntityManager } from '../db/gate'
import { settingRepository } from '../db/repositories/settingRepository'

const key = 'ledger.id'

/** Tells this ledger from every other: ids on a sheet that was sent out mean records of one ledger only. Null until asked for. */
export async function findLedgerId(manager: EntityManager): Promise<string | null> {
  const id = await settingRepository.get(manager, key)
  return typeof id === 'string' ? id : null
}

/** The same, given when there was none. Call inside `gate.write`. */
export async function ledgerId(manager: EntityManager, at: string): Promise<string> {
  const known = await findLedgerId(manager)
  if (known !== null) return known
  const id = randomUUID()
  await settingRepository.put(manager, key, id, at)
  return id
}
