import type { ParsedInput } from '../../../shared/contract/index'
import type { GoalColumn, goalColumnNames, GoalFilter, GoalRow, GoalSort } from '../../../shared/contract/goal'
import { goalStanding } from '../../../shared/domain/goalStanding'
import { suggestGoals } from '../../../shared/domain/goalSuggestion'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { quarterDays } from '../../../shared/domain/quarter'
import { goals, type Goal } from '../../../shared/domain/valueDomain'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { goalRepository, type GoalQuery, type GoalRecord, type StoredCheck } from '../db/repositories/goalRepository'
import type { CellSpec } from '../excel/workbookSpec'
import { listWorkbook } from '../forms/listWorkbook'
import { bodyLooks } from '../forms/looks'
import { searchTerms } from '../text/searchText'
import type { ServiceContext } from './serviceContext'
import { writeNamed, type NamedWorkbook } from './workbooks/namedWorkbook'

/** 六有 of a quarter: what the records propose beside what a person confirmed. Verdicts are written by record.save. */
export function createGoalService(context: ServiceContext): Pick<Services, 'goal.page' | 'goal.counts' | 'goal.export'> {
  const { gate } = context

  return {
    async 'goal.page'({ period, filter, ...part }) {
      const settings = await context.settings()
      const query = queryOf(context, filter, period, settings)
      return gate.read((manager) => goalPage(manager, { query, settings, ...part }))
    },

    async 'goal.counts'({ period, filter }) {
      const query = queryOf(context, filter, period, await context.settings())
      return gate.read((manager) => goalRepository.counts(manager, query))
    },

    'goal.export': async (question) => writeNamed(await goalWorkbookOf(context, question)),
  }
}

function queryOf({ ports }: ServiceContext, { search, ...filter }: GoalFilter, period: string, { rules }: OfficeSettings): GoalQuery {
  return { filter: { ...filter, terms: searchTerms(search ?? '') }, period, today: ports.clock.today(), rules }
}

async function goalPage(
  manager: EntityManager,
  { query, settings, ...part }: { query: GoalQuery; settings: OfficeSettings; sort: GoalSort; offset: number; limit: number },
): Promise<{ total: number; rows: GoalRow[] }> {
  const { period, today } = query
  const { from, to } = quarterDays(period)
  const asOf = to < today ? to : today
  const { total, ids } = await goalRepository.page(manager, { ...query, ...part, asOf })
  const records = await goalRepository.read(manager, ids, { period, from, to, asOf })
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

export async function goalWorkbookOf(
  context: ServiceContext,
  { period, filter, sort, columns: chosen, title }: ParsedInput<'goal.export'>,
): Promise<NamedWorkbook> {
  const columns: readonly GoalColumn[] = chosen ?? allColumns
  const settings = await context.settings()
  const query = queryOf(context, filter, period, settings)
  const { rows } = await context.gate.read((manager) => goalPage(manager, { query, settings, sort, offset: 0, limit: 1_000_000 }))
  const spec = listWorkbook({
    title,
    headers: columns.flatMap((column) => headersOf(column, settings.goalLabels)),
    rows: rows.map((row) => columns.flatMap((column) => cellsOf(row, column))),
  })
  return { fileName: `${title}_${context.ports.clock.today()}.xlsx`, spec, rows: rows.length }
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

const allColumns: readonly GoalColumn[] = [
  'unitName', 'name', 'partyOrgName', ...goals.map(({ key }) => key), 'standing', 'remedy', 'deadline', 'checkedOn',
]
const ownHeaders: Readonly<Record<(typeof goalColumnNames)[number], string>> = {
  unitName: '所属单位', name: '企业名称', partyOrgName: '党组织', standing: '结论', remedy: '整改措施', deadline: '整改期限', checkedOn: '评定日期',
}

function isOwn(column: GoalColumn): column is keyof typeof ownHeaders {
  return column in ownHeaders
}

function headersOf(column: GoalColumn, labels: OfficeSettings['goalLabels']): string[] {
  return isOwn(column) ? [ownHeaders[column]] : [labels[column], `${labels[column]}依据`]
}

/** A blank verdict stays blank: a suggestion nobody confirmed is none. */
function cellsOf({ unitName, name, partyOrgName, check }: GoalRow, column: GoalColumn): CellSpec[] {
  const day = (date: string | undefined | null): CellSpec => ({ value: date ? { date } : null, look: bodyLooks.date })
  const words = (value: string | null): CellSpec => ({ value, look: bodyLooks.text })
  switch (column) {
    case 'unitName':
      return [words(unitName)]
    case 'name':
      return [words(name)]
    case 'partyOrgName':
      return [words(partyOrgName)]
    case 'standing':
      return [words(goalStanding(goals.map(({ key }) => check?.verdicts[key].met ?? null)))]
    case 'remedy':
      return [words(check?.remedy ?? null)]
    case 'deadline':
    case 'checkedOn':
      return [day(check?.[column])]
    default: {
      const { met, evidence } = check?.verdicts[column] ?? { met: null, evidence: null }
      return [{ value: met === null ? null : met ? '√' : '×', look: bodyLooks.word }, words(evidence)]
    }
  }
}
