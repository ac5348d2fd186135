import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { periodName, periodStart } from '../../../../shared/domain/period'
import type { TableQuestion } from '../../../../shared/domain/statistics/figureRef'
import type { FactNeed, Grouping, StatPart, TableScene } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import type { TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import type { EntityManager } from '../../db/gate'
import { periodRepository, type PeriodRecord } from '../../db/repositories/periodRepository'
import { tableFactsRepository, type TableUnit } from '../../db/repositories/tableFactsRepository'
import { OfficeError } from '../../officeError'
import { frozenEnterprises, frozenFacts, frozenGround, type FrozenGround } from './frozenLedger'
import { readTableFacts } from './readTableFacts'
import { tableScene } from './tableScene'
import { unitsShown } from './unitsShown'

/** A table with its facts, so that figures and the records behind them can be told. */
export interface AskedTable {
  parts: StatPart[]
  scene: TableScene
  /** Those in force, or those a locked period was frozen with. */
  settings: OfficeSettings
  /** The locked period it is read from. */
  period: PeriodRecord | null
  /** Its snapshot holds enterprises only: the rest is read from the ledger as it is now. */
  isPartial: boolean
  /** The rules the period compared with was frozen by; null where it keeps none. */
  previousRules: CoverageRules | null
  previous: PeriodRecord | null
  unit: { id: number; name: string } | null
  /** Those of all units, whatever unit it is confined to. */
  everywhere: Pick<TableScene, 'facts' | 'units'>
}

/**
 * Throws OfficeError `not-found` {kind, id}, `invalid` {reason: no-grouping, frozen-span, compare-order}.
 */
export async function askTable(
  manager: EntityManager,
  question: TableQuestion,
  present: { settings: OfficeSettings; today: string },
): Promise<AskedTable> {
  const definition = statTables[question.table]
  const needs = new Set(definition.needs)
  const locked = await periodRepository.locked(manager)
  const period = question.periodId === undefined ? null : periodOf(locked, question.periodId)
  const cutOff = period?.cutOffOn ?? question.asOf ?? present.today
  const previous = previousOf(locked, question, { period, cutOff })
  const from = question.from ?? periodStart(period?.kind ?? '年', cutOff)

  const ground = period && (await frozenGround(manager, period))
  if (ground && period && from !== periodStart(period.kind, cutOff)) throw new OfficeError('invalid', { reason: 'frozen-span' })
  const settings = ground?.settings ?? present.settings
  const now = ground && period ? await frozenFacts(manager, period, { settings, needs }) : await readFacts()
  const past = previous && needs.has('before') ? await frozenGround(manager, previous) : null
  const before = previous && needs.has('before') ? await frozenEnterprises(manager, previous, past?.settings ?? settings) : []
  const facts = { ...now, before }

  const units = unitsShown(facts, await unitsOf(manager, ground, past))
  const unit = question.unitId === undefined ? null : (units.find(({ id }) => id === question.unitId) ?? null)
  if (question.unitId !== undefined && unit === null) throw new OfficeError('not-found', { kind: 'unit', id: question.unitId })
  const known = {
    facts: unit === null ? facts : ofUnit(facts, unit.id),
    units: unit === null ? units : [unit],
    cutOff,
    from,
    previous: previous && { label: periodName(previous), cutOff: previous.cutOffOn },
    grouping: groupingOf(question, definition.groupings),
  }
  const scene = tableScene(known, settings)
  const isPartial = period !== null && ground === null && definition.needs.some((need) => !keptAlways.includes(need))
  return { parts: definition.parts(scene), scene, settings, period, isPartial, previousRules: past?.settings.rules ?? null, previous, unit, everywhere: { facts, units } }

  async function readFacts(): Promise<TableFacts> {
    const enterprises = period ? await frozenEnterprises(manager, period, settings) : undefined
    return readTableFacts(manager, { from, cutOff, settings, needs, enterprises })
  }
}

/** What every snapshot keeps, the earliest too. */
const keptAlways: readonly FactNeed[] = ['enterprises', 'before', 'deliveries', 'goals']

function periodOf(locked: readonly PeriodRecord[], id: number): PeriodRecord {
  const period = locked.find((one) => one.id === id)
  if (!period) throw new OfficeError('not-found', { kind: 'period', id })
  return period
}

/** The period compared with: the one asked for, else the last locked before the cut-off in its latest edition. */
function previousOf(
  locked: readonly PeriodRecord[],
  { previousId }: TableQuestion,
  { period, cutOff }: { period: PeriodRecord | null; cutOff: string },
): PeriodRecord | null {
  if (previousId === undefined) return locked.find((one) => one.correctedFor === null && one.cutOffOn < cutOff) ?? null
  const previous = periodOf(locked, previousId)
  if (previous.cutOffOn > cutOff || previous.id === period?.id) {
    throw new OfficeError('invalid', { reason: 'compare-order', name: periodName(previous) })
  }
  return previous
}

/** Units as a locked period froze them; what it does not know is called as it was then, or is today. */
async function unitsOf(manager: EntityManager, ground: FrozenGround | null, past: FrozenGround | null): Promise<readonly TableUnit[]> {
  const present = await tableFactsRepository.units(manager)
  if (!ground) return present
  const known = new Set(ground.units.map(({ id }) => id))
  const others = present.filter(({ id }) => !known.has(id))
  return [...ground.units, ...others.map((one) => ({ ...(past?.units.find(({ id }) => id === one.id) ?? one), inUse: false }))]
}

/** A unit's own enterprises go by village unless something else is asked for. */
function groupingOf({ grouping, unitId }: TableQuestion, allowed: readonly Grouping[]): Grouping {
  const wanted = grouping ?? (unitId !== undefined && allowed.includes('place') ? 'place' : 'unit')
  if (wanted !== 'unit' && !allowed.includes(wanted)) throw new OfficeError('invalid', { reason: 'no-grouping' })
  return wanted
}

function ofUnit(facts: TableFacts, unitId: number): TableFacts {
  const own = <T extends { unitId: number }>(list: readonly T[]): T[] => list.filter((one) => one.unitId === unitId)
  const { enterprises, before, orgs, posts, duties, visits, funds, scores } = facts
  return {
    enterprises: own(enterprises), before: own(before), orgs: own(orgs), posts: own(posts),
    duties: own(duties), visits: own(visits), funds: own(funds), scores: own(scores),
  }
}
