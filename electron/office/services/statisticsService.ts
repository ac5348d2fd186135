import type { EntityManager } from '../db/gate'
import { addS1, s1Figures, s1Title } from '../../../shared/domain/s1'
import type { Home, S1Table } from '../../../shared/contract/statistics'
import { chineseDate } from '../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../shared/domain/coverage'
import type { Services } from '../dispatch'
import { importRepository } from '../db/repositories/importRepository'
import { orgRepository } from '../db/repositories/orgRepository'
import { s1Repository } from '../db/repositories/s1Repository'
import { unitRepository } from '../db/repositories/unitRepository'
import { writeWorkbook } from '../excel/writeWorkbook'
import { s1Workbook } from '../forms/s1Workbook'
import { checkLedger, countByCode } from './checkLedger'
import { chasedStanding } from './describeOrg'
import { loadKnownEnterprises } from './knownLedger'
import type { ServiceContext } from './serviceContext'
import { readSettings } from './settings'

type StatisticsServices = Pick<Services, 'statistics.s1' | 'statistics.exportS1' | 'statistics.home'>

/** Table S1 and what is made of it. */
export function createStatisticsService(context: ServiceContext): StatisticsServices {
  const { gate, ports } = context

  async function names(manager: EntityManager): Promise<{ officeName: string; regionName: string }> {
    return (await readSettings(manager)).names
  }

  async function s1(asOf: string | undefined): Promise<S1Table> {
    const rules = await context.rules()
    const cutOff = asOf ?? ports.clock.today()
    return gate.read(async (manager) => {
      const counts = await s1Repository.counts(manager, cutOff, rules)
      return {
        table: 'S1',
        cutOff,
        title: s1Title,
        officeName: (await names(manager)).officeName,
        note: s1Note(cutOff, rules),
        minMembers: rules.minMembers,
        rows: counts.map(({ unitId, unitName, ...unit }) => ({ unitId, unit: unitName, ...s1Figures(unit) })),
        total: s1Figures(addS1(counts)),
      }
    })
  }

  return {
    'statistics.s1': ({ asOf }) => s1(asOf),

    async 'statistics.exportS1'({ asOf }) {
      const table = await s1(asOf)
      assertIdentities(table)
      const bytes = await writeWorkbook(s1Workbook({ table, filledOn: ports.clock.today() }))
      return { fileName: `两个覆盖情况统计表(${table.cutOff}).xlsx`, bytes }
    },

    async 'statistics.home'({ asOf }) {
      const table = await s1(asOf)
      const settings = await context.settings()
      return gate.read(async (manager): Promise<Home> => {
        const units = await unitRepository.list(manager)
        const known = await loadKnownEnterprises(manager, table.cutOff, settings.rules)
        return {
          cutOff: table.cutOff,
          total: table.total,
          units: table.rows.map(({ unitId, unit, D, G, T, U, J, W }) => ({ unitId, unit, D, G, T, U, J, W })),
          emptyUnits: units.filter((unit) => unit.active && unit.enterprises === 0).map((unit) => unit.name),
          ...(await orgWork(manager, table.cutOff, settings.reminders.electionMonths)),
          lastImport: await lastImport(manager),
          checks: countByCode(checkLedger(known, settings, table.cutOff)),
        }
      })
    },
  }
}

/** The printed note: which denominator, which settings, which day. */
function s1Note(cutOff: string, rules: CoverageRules): string {
  const parts = [
    `分母：${baseNote(rules)}`,
    `应建：正式党员 ${rules.minMembers} 名以上`,
    `群团组织：工会、共青团${rules.womenCount ? '、妇联' : ''}`,
    `截止${chineseDate(cutOff)}`,
  ]
  return `${parts.join('；')}。`
}

function baseNote(rules: CoverageRules): string {
  const parts = [
    rules.enterprisesOnly ? '实体运营非公企业' : '实体运营企业(含社会组织、小个专)',
    `经营状态=${rules.base.join('、')}`,
    ...(rules.legalPersonsOnly ? ['法人单位'] : []),
    ...(rules.threeHaveOnly ? ['三有企业'] : []),
    ...(rules.baseEmployees > 0 ? [`从业人员 ${rules.baseEmployees} 人以上`] : []),
  ]
  return parts.join('，')
}

/** A table that does not add up must never leave the office: a bug, not a failure of the person. */
function assertIdentities(table: S1Table): void {
  for (const row of [...table.rows, table.total]) {
    const sound = row.G + row.T + row.U === row.D && row.L + row.M === row.F && row.H + row.I === row.G && row.R + row.S + row.U === row.Q
    if (!sound) throw new Error('S1 does not add up')
  }
}

async function orgWork(manager: EntityManager, cutOff: string, soonMonths: number): Promise<Pick<Home, 'elections' | 'unverifiedOrgs'>> {
  const orgs = await orgRepository.list(manager, { asOf: cutOff })
  const elections = orgs.flatMap((org) => {
    const standing = chasedStanding(org, cutOff, soonMonths)
    if (!standing || standing.state === '正常') return []
    return [{ partyOrgId: org.id, name: org.name, unitName: org.unitName, termEndsOn: standing.endsOn, days: standing.days, state: standing.state }]
  })
  return { elections: elections.sort((a, b) => a.days - b.days), unverifiedOrgs: orgs.filter((org) => org.unverified).length }
}

async function lastImport(manager: EntityManager): Promise<Home['lastImport']> {
  const imports = await importRepository.list(manager)
  const run = imports.filter((batch) => batch.runId === imports[0]?.runId)
  const [first] = run
  if (!first) return null
  const sum = (key: 'add' | 'change'): number => run.reduce((all, batch) => all + batch.counts[key], 0)
  return { at: first.startedAt, files: run.length, add: sum('add'), change: sum('change') }
}
