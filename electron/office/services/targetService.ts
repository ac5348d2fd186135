import type { TargetSheet } from '../../../shared/contract/target'
import { addS1, type S1Counts } from '../../../shared/domain/s1'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import { rate } from '../../../shared/domain/percentage'
import { isRateMeasure, targetMeasures, type TargetMeasure } from '../../../shared/record/target'
import type { Services } from '../dispatch'
import { recordRepository } from '../db/repositories/recordRepository'
import { s1Repository } from '../db/repositories/s1Repository'
import { targetRepository } from '../db/repositories/targetRepository'
import type { ServiceContext } from './serviceContext'
import { unitVisits, type Visits } from './visitProgress'

/** What a unit has done, or all of them together. */
interface Work {
  counts: S1Counts
  founded: number
  delivered: number
  visits: Visits
}

/** 年度任务: targets beside what the records say. */
export function createTargetService(context: ServiceContext): Pick<Services, 'target.sheet'> {
  const { gate, ports } = context
  return {
    async 'target.sheet'({ year }) {
      const settings = await context.settings()
      const today = ports.clock.today()
      const asOf = `${year}-12-31` < today ? `${year}-12-31` : today
      return gate.read(async (manager): Promise<TargetSheet> => {
        const counts = await s1Repository.counts(manager, asOf, settings.rules)
        const founded = new Map((await targetRepository.founded(manager, year, asOf)).map(({ unitId, orgs }) => [unitId, orgs]))
        const delivered = new Map((await targetRepository.delivered(manager)).map(({ unitId, enterprises }) => [unitId, enterprises]))
        const visits = await unitVisits(manager, { year, asOf, telephoneCounts: settings.work.telephoneCounts })
        const targets = await recordRepository.page(manager, 'target', { filter: { is: { year: [year] }, words: [] }, sort: null, offset: 0, limit: 5000 })
        const targetOf = new Map(targets.rows.map((target) => [`${String(target.values['unitId'])}:${String(target.values['measure'])}`, target]))
        const units = counts.map((unit) => ({
          unitId: unit.unitId,
          unitName: unit.unitName,
          work: {
            counts: unit,
            founded: founded.get(unit.unitId) ?? 0,
            delivered: delivered.get(unit.unitId) ?? 0,
            visits: visits.get(unit.unitId) ?? { done: 0, asked: 0 },
          },
        }))
        const rows = units.map(({ unitId, unitName, work }) => ({
          unitId,
          unitName,
          cells: targetMeasures.map((measure) => {
            const stored = targetOf.get(`${unitId}:${measure}`)
            const target = stored ? (stored.values['value'] as number | null) : null
            const done = doneOf(measure, work)
            return { measure, targetId: stored?.id ?? null, version: stored?.version ?? null, target, done, rate: reached(done, target) }
          }),
        }))
        const whole = sumWork(units.map(({ work }) => work))
        const total = targetMeasures.map((measure, i) => {
          const stated = rows.flatMap(({ cells }) => cells[i]?.target ?? [])
          const target = isRateMeasure(measure) || stated.length === 0 ? null : stated.reduce((sum, value) => sum + value, 0)
          const done = doneOf(measure, whole)
          return { measure, target, done, rate: reached(done, target) }
        })
        return { year, asOf, rows, total }
      })
    },
  }
}

function doneOf(measure: TargetMeasure, { counts, founded, delivered, visits }: Work): number | null {
  const figures = s1Figures(counts)
  switch (measure) {
    case '新建党组织数':
      return founded
    case '三建三送户数':
      return delivered
    case '组织覆盖率':
      return inPercent(figures.J)
    case '两个覆盖率':
      return inPercent(figures.W)
    case '走访完成率':
      return inPercent(rate(visits.done, visits.asked))
  }
}

function inPercent(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 100
}

/** 完成率: done ÷ target with four places; nothing asked for is not a rate. */
function reached(done: number | null, target: number | null): number | null {
  return done === null || target === null || target === 0 ? null : rate(Math.round(done * 100), Math.round(target * 100))
}

function sumWork(all: readonly Work[]): Work {
  return {
    counts: addS1(all.map(({ counts }) => counts)),
    founded: all.reduce((sum, work) => sum + work.founded, 0),
    delivered: all.reduce((sum, work) => sum + work.delivered, 0),
    visits: { done: all.reduce((sum, { visits }) => sum + visits.done, 0), asked: all.reduce((sum, { visits }) => sum + visits.asked, 0) },
  }
}
