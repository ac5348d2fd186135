import { quarterDays, quarterLabel } from '../../../../shared/domain/quarter'
import { sizeBands } from '../../../../shared/domain/sizeBand'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { TableQuestion } from '../../../../shared/domain/statistics/figureRef'
import type { Grouping, StatPart, TableScene } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import type { TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import type { EntityManager } from '../../db/gate'
import { periodRepository, type PeriodRecord } from '../../db/repositories/periodRepository'
import { tableFactsRepository } from '../../db/repositories/tableFactsRepository'
import { OfficeError } from '../../officeError'
import { readTableFacts } from './readTableFacts'

/** A table with its facts, so that figures and the records behind them can be told. */
export interface AskedTable {
  parts: StatPart[]
  scene: TableScene
  /** The locked period it is read from. */
  period: PeriodRecord | null
  unit: { id: number; name: string } | null
}

/** Throws OfficeError `not-found` {kind, id} and `invalid` {reason: no-grouping}. */
export async function askTable(
  manager: EntityManager,
  question: TableQuestion,
  { settings, today }: { settings: OfficeSettings; today: string },
): Promise<AskedTable> {
  const definition = statTables[question.table]
  const periods = await periodRepository.list(manager)
  const period = periodOf(periods, question.periodId)
  const cutOff = period?.cutOffOn ?? question.asOf ?? today
  const previous = periods.find((one) => one.lockedAt !== null && one.cutOffOn < cutOff) ?? null
  const from = question.from ?? firstDay(cutOff, period)
  const facts = await readTableFacts(manager, {
    from, cutOff, settings, needs: new Set(definition.needs), periodId: period?.id ?? null, previousId: previous?.id ?? null,
  })
  const units = await tableFactsRepository.units(manager, unitsNamed(facts))
  const unit = question.unitId === undefined ? null : (units.find(({ id }) => id === question.unitId) ?? null)
  if (question.unitId !== undefined && unit === null) throw new OfficeError('not-found', { kind: 'unit', id: question.unitId })
  const scene: TableScene = {
    facts: unit === null ? facts : ofUnit(facts, unit.id),
    units: unit === null ? units : [unit],
    cutOff,
    from,
    rules: settings.rules,
    bands: sizeBands(settings.limits.sizeBands),
    largeFrom: settings.limits.employees,
    grades: settings.assessment.grades.map(({ name }) => name),
    goalLabels: settings.goalLabels,
    deliveryLabels: settings.deliveryLabels,
    previous: previous && { label: previous.label, cutOff: previous.cutOffOn },
    grouping: groupingOf(question, definition.groupings),
  }
  return { parts: definition.parts(scene), scene, period, unit }
}

function periodOf(periods: readonly PeriodRecord[], id: number | undefined): PeriodRecord | null {
  if (id === undefined) return null
  const period = periods.find((one) => one.id === id && one.lockedAt !== null)
  if (!period) throw new OfficeError('not-found', { kind: 'period', id })
  return period
}

/** The first day of what a locked period covers; a day of the ledger ends the year so far. */
function firstDay(cutOff: string, period: PeriodRecord | null): string {
  const [year, month] = [cutOff.slice(0, 4), Number(cutOff.slice(5, 7))]
  switch (period?.kind) {
    case '月':
      return `${cutOff.slice(0, 7)}-01`
    case '季':
      return quarterDays(quarterLabel(cutOff)).from
    case '半年':
      return month > 6 ? `${year}-07-01` : `${year}-01-01`
    default:
      return `${year}-01-01`
  }
}

/** A unit's own enterprises go by village unless something else is asked for. */
function groupingOf({ grouping, unitId }: TableQuestion, allowed: readonly Grouping[]): Grouping {
  const wanted = grouping ?? (unitId !== undefined && allowed.includes('place') ? 'place' : 'unit')
  if (wanted !== 'unit' && !allowed.includes(wanted)) throw new OfficeError('invalid', { reason: 'no-grouping' })
  return wanted
}

function unitsNamed(facts: TableFacts): number[] {
  return [...new Set(Object.values(facts).flatMap((list: readonly { unitId: number }[]) => list.map(({ unitId }) => unitId)))]
}

function ofUnit(facts: TableFacts, unitId: number): TableFacts {
  const own = <T extends { unitId: number }>(list: readonly T[]): T[] => list.filter((one) => one.unitId === unitId)
  const { enterprises, before, orgs, posts, duties, visits, funds, scores } = facts
  return {
    enterprises: own(enterprises), before: own(before), orgs: own(orgs), posts: own(posts),
    duties: own(duties), visits: own(visits), funds: own(funds), scores: own(scores),
  }
}
