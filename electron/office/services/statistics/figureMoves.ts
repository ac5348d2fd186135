import type { FigureMoves, MovedEnterprise } from '../../../../shared/contract/period'
import { standingWords } from '../../../../shared/domain/statistics/moves'
import type { EntityManager } from '../../db/gate'
import { changeRepository } from '../../db/repositories/changeRepository'
import { periodRepository, type PeriodRecord } from '../../db/repositories/periodRepository'
import type { WorkScene } from '../visitDuties'
import { askFigure, noSuchFigure } from './askFigure'

/** Enterprises listed of each side; more of them are only counted. */
const listed = 500

type Called = Pick<MovedEnterprise, 'name' | 'unitName'>

/**
 * Who came and who went behind a change of a comparison, from which state into which. Throws OfficeError `invalid`
 * {reason: no-such-figure} for a figure that is no change.
 */
export async function figureMoves(manager: EntityManager, word: string, scene: WorkScene): Promise<FigureMoves> {
  const { asked, column, row } = await askFigure(manager, word, scene)
  if (!column.moves) throw noSuchFigure()
  const { came, went } = column.moves(row.facts, row)
  const { facts, units } = asked.everywhere
  const shown = new Set([...came.slice(0, listed), ...went.slice(0, listed)])
  const then = new Map(facts.before.filter(({ id }) => shown.has(id)).map((fact) => [fact.id, fact]))
  const now = new Map(facts.enterprises.filter(({ id }) => shown.has(id)).map((fact) => [fact.id, fact]))
  const present = await changeRepository.enterprises(manager, [...shown])
  const living = new Set(present.flatMap(({ id, removed }) => (removed === 1 ? [] : [id])))
  const called = new Map<number, Called>([
    ...(asked.previous ? await frozenNames(manager, asked.previous, shown) : []),
    ...(asked.period ? await frozenNames(manager, asked.period, shown) : present.map(({ id, name, unitName }) => [id, { name, unitName }] as const)),
  ])
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const unitName = (id: number): string => unitNames.get(id) ?? ''
  const moved = (id: number): MovedEnterprise => {
    const [one, other] = [then.get(id), now.get(id)]
    return {
      enterpriseId: id,
      ...(called.get(id) ?? { name: '', unitName: '' }),
      from: standingWords(one, other, unitName),
      to: standingWords(other, one, unitName),
      living: living.has(id),
    }
  }
  const side = (ids: readonly number[]): FigureMoves['came'] => ({ total: ids.length, rows: ids.slice(0, listed).map(moved) })
  return { came: side(came), went: side(went) }
}

async function frozenNames(manager: EntityManager, { id }: PeriodRecord, ids: ReadonlySet<number>): Promise<(readonly [number, Called])[]> {
  const names = await periodRepository.names(manager, id, [...ids])
  return names.map(({ enterpriseId, name, unitName }) => [enterpriseId, { name, unitName }] as const)
}
