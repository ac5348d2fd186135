import type { EntityManager } from '../db/gate'
import { addS1 } from '../../../shared/domain/s1'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import type { TableQuestion } from '../../../shared/domain/statistics/figureRef'
import type { Home, StatTable } from '../../../shared/contract/statistics'
import type { Services } from '../dispatch'
import { importRepository } from '../db/repositories/importRepository'
import { orgRepository } from '../db/repositories/orgRepository'
import { s1Repository } from '../db/repositories/s1Repository'
import { unitRepository } from '../db/repositories/unitRepository'
import { writeWorkbook } from '../excel/writeWorkbook'
import { tableWorkbook } from '../forms/tableWorkbook'
import { OfficeError } from '../officeError'
import type { ServiceContext } from './serviceContext'
import { askTable, type AskedTable } from './statistics/askTable'
import { showTable } from './statistics/showTable'

type StatisticsServices = Pick<Services, 'statistics.table' | 'statistics.exportTable' | 'statistics.home'>

/** The tables S1–S14, and the figures of 首页. */
export function createStatisticsService(context: ServiceContext): StatisticsServices {
  const { gate, ports } = context

  async function ask(question: TableQuestion): Promise<{ asked: AskedTable; table: StatTable }> {
    const settings = await context.settings()
    const asked = await gate.read((manager) => askTable(manager, question, { settings, today: ports.clock.today() }))
    return { asked, table: showTable(question.table, asked) }
  }

  return {
    'statistics.table': async (question) => (await ask(question)).table,

    async 'statistics.exportTable'(question) {
      const { asked, table } = await ask(question)
      if (table.parts.some(({ broken }) => broken.length > 0)) throw new OfficeError('invalid', { reason: 'broken-table', name: table.table })
      const bytes = await writeWorkbook(tableWorkbook({ table, sources: asked.parts, filledOn: ports.clock.today() }))
      const span = table.table === 'comparison' ? `${table.previous ?? ''}与${table.period ?? table.cutOff}` : (table.period ?? table.cutOff)
      const name = [...(table.table === 'comparison' ? [] : [table.table]), table.title, table.unitName, span].filter(Boolean).join('_')
      return { fileName: `${name.replace(/[*?:\\/"<>|]/g, ' ')}.xlsx`, bytes }
    },

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
