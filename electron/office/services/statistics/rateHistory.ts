import type { RateHistory } from '../../../../shared/contract/period'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { rate } from '../../../../shared/domain/percentage'
import { rateSets } from '../../../../shared/domain/statistics/rateSets'
import type { EnterpriseFact } from '../../../../shared/domain/statistics/tableFacts'
import type { EntityManager } from '../../db/gate'
import { periodRepository } from '../../db/repositories/periodRepository'
import { tableFactsRepository } from '../../db/repositories/tableFactsRepository'
import { OfficeError } from '../../officeError'
import type { WorkScene } from '../visitDuties'
import { frozenEnterprises, frozenGround } from './frozenLedger'

/**
 * The nine rates over the locked periods of a kind, each by the settings it was locked with, and of today. Throws
 * OfficeError `not-found` {kind: unit} for no unit.
 */
export async function rateHistory(
  manager: EntityManager,
  { kind, unitId }: { kind: string; unitId?: number | undefined },
  { settings, today }: WorkScene,
): Promise<RateHistory> {
  const unit = unitId === undefined ? null : (await tableFactsRepository.units(manager)).find(({ id }) => id === unitId)
  if (unit === undefined) throw new OfficeError('not-found', { kind: 'unit', id: unitId ?? null })
  const own = <T extends { unitId: number }>(all: readonly T[]): readonly T[] => (unit ? all.filter((one) => one.unitId === unit.id) : all)

  const points: RateHistory['points'] = []
  const locked = (await periodRepository.inForce(manager)).filter((period) => period.kind === kind).reverse()
  for (const period of locked) {
    const then = (await frozenGround(manager, period))?.settings ?? settings
    const enterprises = own(await frozenEnterprises(manager, period, then))
    points.push({ periodId: period.id, label: period.label, cutOff: period.cutOffOn, rates: ratesOf(enterprises, then) })
  }
  const now = (await tableFactsRepository.enterprises(manager, today, settings.rules)).map((fact) => ({ ...fact, ...unasked }))
  points.push({ periodId: null, label: null, cutOff: today, rates: ratesOf(own(now), settings) })
  return { unitName: unit?.name ?? null, rates: setsOf(settings).map(({ key, label }) => ({ key, label })), points }
}

/** What no rate reads. */
const unasked: Pick<EnterpriseFact, 'deliveries' | 'deliveryAmount' | 'goals'> = { deliveries: {}, deliveryAmount: 0, goals: null }

function setsOf({ rules, limits }: OfficeSettings): ReturnType<typeof rateSets> {
  return rateSets({ rules, largeFrom: limits.employees })
}

function ratesOf(enterprises: readonly EnterpriseFact[], settings: OfficeSettings): RateHistory['points'][number]['rates'] {
  return setsOf(settings).map(({ key, of, over }) => {
    const [counted, whole] = [enterprises.filter(of).length, enterprises.filter(over).length]
    return { key, of: counted, over: whole, rate: rate(counted, whole) }
  })
}
