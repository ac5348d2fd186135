import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { settingGroups } from '../../../../shared/domain/officeSettings'
import type { FactNeed } from '../../../../shared/domain/statistics/statTable'
import { noFacts, type TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import type { EntityManager } from '../../db/gate'
import { periodRepository, type PeriodRecord } from '../../db/repositories/periodRepository'
import type { TableUnit } from '../../db/repositories/tableFactsRepository'
import { settingKeys, settingsOf } from '../settings'
import { frozenFact } from './frozenFacts'

/** Lists of facts a snapshot keeps whole; its enterprises have rows of their own. */
export const frozenLists = ['orgs', 'posts', 'duties', 'visits', 'funds', 'scores'] as const

/** All a snapshot keeps beside its enterprises. */
export type FrozenContent = Pick<TableFacts, (typeof frozenLists)[number]> & { settings: OfficeSettings; units: readonly TableUnit[] }

/** The settings and units a period was locked with; null for one that was locked before they were kept. */
export interface FrozenGround {
  settings: OfficeSettings
  units: readonly TableUnit[]
}

export async function frozenGround(manager: EntityManager, { id }: PeriodRecord): Promise<FrozenGround | null> {
  const kept = await periodRepository.lists(manager, id, ['settings', 'units'])
  const { settings, units } = Object.fromEntries(kept) as Partial<FrozenContent>
  if (!settings || !units) return null
  return { settings: settingsOf(new Map(settingGroups.map((group) => [settingKeys[group], settings[group]]))), units }
}

/** The enterprises of a locked period; `settings` decide what an early snapshot left open. */
export async function frozenEnterprises(manager: EntityManager, { id }: PeriodRecord, settings: OfficeSettings): Promise<TableFacts['enterprises']> {
  return (await periodRepository.snapshot(manager, id)).map((row) => frozenFact(row, settings.rules))
}

/** The facts of a locked period that a table needs; `before` is that of another one and stays empty. */
export async function frozenFacts(
  manager: EntityManager,
  period: PeriodRecord,
  { settings, needs }: { settings: OfficeSettings; needs: ReadonlySet<FactNeed> },
): Promise<TableFacts> {
  const kept = await periodRepository.lists(manager, period.id, frozenLists.filter((name) => needs.has(name)))
  return {
    ...noFacts,
    ...(Object.fromEntries(kept) as Partial<FrozenContent>),
    enterprises: needs.has('enterprises') ? await frozenEnterprises(manager, period, settings) : [],
  }
}
