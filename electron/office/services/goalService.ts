import type { GoalFilter, GoalRow } from '../../../shared/contract/goal'
import { suggestGoals } from '../../../shared/domain/goalSuggestion'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { quarterDays } from '../../../shared/domain/quarter'
import { goals, type Goal } from '../../../shared/domain/valueDomain'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { goalRepository, type GoalQuery, type GoalRecord, type StoredCheck } from '../db/repositories/goalRepository'
import type { CellSpec } from '../excel/workbookSpec'
import { writeWorkbook } from '../excel/writeWorkbook'
import { listWorkbook } from '../forms/listWorkbook'
import { bodyLooks } from '../forms/looks'
import { searchTerms } from '../text/searchText'
import type { ServiceContext } from './serviceContext'

/** 六有 of a quarter: what the records propose beside what a person confirmed. Verdicts are written by record.save. */
export function createGoalService(context: ServiceContext): Pick<Services, 'goal.page' | 'goal.counts' | 'goal.export'> {
  const { gate, ports } = context

  function queryOf({ search, ...filter }: GoalFilter, period: string, { rules }: OfficeSettings): GoalQuery {
    return { filter: { ...filter, terms: searchTerms(search ?? '') }, period, today: ports.clock.today(), rules }
  }

  async function page(
    manager: EntityManager,
    { query, settings, offset, limit }: { query: GoalQuery; settings: OfficeSettings; offset: number; limit: number },
  ): Promise<{ total: number; rows: GoalRow[] }> {
    const { period, today } = query
    const { from, to } = quarterDays(period)
    const { total, ids } = await goalRepository.page(manager, { ...query, offset, limit })
    const records = await goalRepository.read(manager, ids, { period, from, to, asOf: to < today ? to : today })
    const { work, deliveryLabels, words } = settings
    const scene = {
      year: Number(period.slice(0, 4)),
      activitiesPerQuarter: work.activitiesPerQuarter,
      labels: { room: deliveryLabels.room, rules: deliveryLabels.rules },
      words,
    }
    return {
      total,
      rows: records.map((record) => ({
        id: record.id,
        name: record.name,
        unitName: record.unitName,
        partyOrgName: record.orgName,
        suggestions: suggestGoals(record, scene),
        check: checkOf(record),
      })),
    }
  }

  return {
    async 'goal.page'({ period, filter, offset, limit }) {
      const settings = await context.settings()
      const query = queryOf(filter, period, settings)
      return gate.read((manager) => page(manager, { query, settings, offset, limit }))
    },

    async 'goal.counts'({ period, filter }) {
      const query = queryOf(filter, period, await context.settings())
      return gate.read((manager) => goalRepository.counts(manager, query))
    },

    async 'goal.export'({ period, filter, title }) {
      const settings = await context.settings()
      const query = queryOf(filter, period, settings)
      const { rows } = await gate.read((manager) => page(manager, { query, settings, offset: 0, limit: 1_000_000 }))
      const { goalLabels } = settings
      const headers = goals.flatMap(({ key }) => [goalLabels[key], `${goalLabels[key]}依据`])
      const bytes = await writeWorkbook(
        listWorkbook({
          title,
          headers: ['所属单位', '企业名称', '党组织', ...headers, '整改措施', '整改期限', '评定日期'],
          rows: rows.map(cellsOf),
        }),
      )
      return { fileName: `${title}_${ports.clock.today()}.xlsx`, bytes, rows: rows.length }
    },
  }
}

function checkOf({ check }: GoalRecord): GoalRow['check'] {
  if (!check) return null
  const { id, version, checkedOn, remedy, deadline } = check
  const verdict = (goal: Goal): { met: boolean | null; evidence: string | null } => verdictOf(check, goal)
  return {
    id, version, checkedOn, remedy, deadline,
    verdicts: {
      org: verdict('org'), place: verdict('place'), fund: verdict('fund'),
      activity: verdict('activity'), rule: verdict('rule'), effect: verdict('effect'),
    },
  }
}

function verdictOf(check: StoredCheck, goal: Goal): { met: boolean | null; evidence: string | null } {
  return { met: check[`${goal}Met`], evidence: check[`${goal}Evidence`] }
}

/** A blank verdict stays blank: a suggestion nobody confirmed is none. */
function cellsOf({ unitName, name, partyOrgName, check }: GoalRow): CellSpec[] {
  const judged = goals.flatMap(({ key }): CellSpec[] => {
    const { met, evidence } = check?.verdicts[key] ?? { met: null, evidence: null }
    return [
      { value: met === null ? null : met ? '√' : '×', look: bodyLooks.word },
      { value: evidence, look: bodyLooks.text },
    ]
  })
  return [
    ...[unitName, name, partyOrgName].map((value): CellSpec => ({ value, look: bodyLooks.text })),
    ...judged,
    { value: check?.remedy ?? null, look: bodyLooks.text },
    ...[check?.deadline, check?.checkedOn].map((day): CellSpec => ({ value: day ? { date: day } : null, look: bodyLooks.date })),
  ]
}
