import type { EntityManager } from '../db/gate'
import { addS1 } from '../../../shared/domain/s1'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import type { Home } from '../../../shared/contract/statistics'
import type { Services } from '../dispatch'
import { importRepository } from '../db/repositories/importRepository'
import { orgRepository } from '../db/repositories/orgRepository'
import { s1Repository } from '../db/repositories/s1Repository'
import { unitRepository } from '../db/repositories/unitRepository'
import type { ServiceContext } from './serviceContext'
import { writeFileOf } from './workbooks/namedWorkbook'
import { askedTable, tableWorkbookOf } from './workbooks/tableWorkbookOf'

type StatisticsServices = Pick<Services, 'statistics.table' | 'statistics.exportTable' | 'statistics.home'>

/** The tables S1–S14, and the figures of 首页. */
export function createStatisticsService(context: ServiceContext): StatisticsServices {
  const { gate, ports } = context

  return {
    'statistics.table': async (question) => (await askedTable(context, question)).table,

    'statistics.exportTable': async (question) => writeFileOf(await tableWorkbookOf(context, question)),

    async 'statistics.home'({ asOf }) {
      const settings = await context.settings()
      const cutOff = asOf ?? ports.clock.today()
      return gate.read(async (manager): Promise<Home> => {
        const counts = await s1Repository.counts(manager, cutOff, settings.rules)
        const units = await unitRepository.list(manager)
        return {
          cutOff,
          total: s1Figures(addS1(counts)),
          units: counts.map(({ unitId, unitName, ...own }) => {
            const { D, G, T, U, J, W } = s1Figures(own)
            return { unitId, unit: unitName, D, G, T, U, J, W }
          }),
          emptyUnits: units.filter((unit) => unit.active && unit.enterprises === 0).map((unit) => unit.name),
          unverifiedOrgs: await orgRepository.unverified(manager, cutOff),
          lastImport: await lastImport(manager),
        }
      })
    },
  }
}

async function lastImport(manager: EntityManager): Promise<Home['lastImport']> {
  const imports = await importRepository.list(manager)
  const run = imports.filter((batch) => batch.runId === imports[0]?.runId)
  const [first] = run
  if (!first) return null
  const sum = (key: 'add' | 'change'): number => run.reduce((all, batch) => all + batch.counts[key], 0)
  return { at: first.startedAt, files: run.length, add: sum('add'), change: sum('change') }
}
