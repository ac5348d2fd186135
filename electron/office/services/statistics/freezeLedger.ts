import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { periodStart } from '../../../../shared/domain/period'
import { composePart } from '../../../../shared/domain/statistics/composeTable'
import { tableIds, type FactNeed, type TableId } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import type { TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import type { EntityManager } from '../../db/gate'
import { enterpriseRepository } from '../../db/repositories/enterpriseRepository'
import type { Snapshot } from '../../db/repositories/periodRepository'
import { tableFactsRepository, type TableUnit } from '../../db/repositories/tableFactsRepository'
import { ledgerRowOf } from '../enterpriseService'
import { brokenSentence } from './brokenSentence'
import { frozenLists, type FrozenContent } from './frozenLedger'
import { readTableFacts } from './readTableFacts'
import { tableScene } from './tableScene'
import { unitsShown } from './unitsShown'

/** The ledger on a day, as far as any table reads it. */
export interface LedgerOfDay {
  facts: TableFacts
  units: readonly TableUnit[]
  cutOff: string
  /** First day of the period. */
  from: string
  settings: OfficeSettings
}

const needs: ReadonlySet<FactNeed> = new Set([...frozenLists, 'enterprises', 'deliveries', 'goals'])

export async function ledgerOfDay(
  manager: EntityManager,
  { kind, cutOff, settings }: { kind: string; cutOff: string; settings: OfficeSettings },
): Promise<LedgerOfDay> {
  const from = periodStart(kind, cutOff)
  const facts = await readTableFacts(manager, { from, cutOff, settings, needs })
  return { facts, units: await tableFactsRepository.units(manager), cutOff, from, settings }
}

/** What does not add up in any table, with the table it stands in. */
export function brokenTables({ facts, units, cutOff, from, settings }: LedgerOfDay): { table: TableId; sentence: string }[] {
  const scene = tableScene({ facts, units: unitsShown(facts, units), cutOff, from, previous: null, grouping: 'unit' }, settings)
  return tableIds.flatMap((table) =>
    statTables[table].parts(scene).flatMap((part) => composePart(part).broken.map((broken) => ({ table, sentence: brokenSentence(broken) }))),
  )
}

/** The ledger of a day as a snapshot keeps it: rows of the ledger with what the tables count, and everything beside. */
export async function freezeLedger(manager: EntityManager, { facts, units, cutOff, settings }: LedgerOfDay): Promise<Snapshot> {
  const rows = await enterpriseRepository.ledgerRows(manager, { asOf: cutOff, rules: settings.rules })
  const counted = new Map(facts.enterprises.map((fact) => [fact.id, fact]))
  const { orgs, posts, duties, visits, funds, scores } = facts
  const lists: FrozenContent = { orgs, posts, duties, visits, funds, scores, settings, units }
  function* enterprises(): Generator<{ id: number } & Record<string, unknown>> {
    for (const row of rows) yield { sector: row.sector, liaisonId: row.liaisonId, ...ledgerRowOf(row, settings), ...counted.get(row.id) }
  }
  return { enterprises: enterprises(), lists: { ...lists } }
}
