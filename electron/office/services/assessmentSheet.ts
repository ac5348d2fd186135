import type { AssessmentSheet } from '../../../shared/contract/assessment'
import {
  averagePoints,
  earnedShare,
  gradeOf,
  halfPoints,
  lifeNorms,
  pointsOf,
  ranks,
  sumPoints,
  type AssessedFacts,
} from '../../../shared/domain/assessment'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../shared/record/field'
import type { EntityManager } from '../db/gate'
import { assessmentRepository, type StoredQuarter, type StoredScore, type StoredYear } from '../db/repositories/assessmentRepository'
import { orgRepository, type OrgRecord } from '../db/repositories/orgRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { readRecords } from '../db/storedRecord'
import { OfficeError } from '../officeError'
import { standingOf } from './describeOrg'
import { orgClasses } from './orgClasses'
import { orgVisits } from './visitProgress'

type Item = AssessmentSheet['items'][number]
type Row = AssessmentSheet['rows'][number]
type Score = Row['scores'][number]

/**
 * Every organisation with its points under a scheme: computed items from the records as of today or the last day of
 * the scheme's year, the others as scored by hand. Throws OfficeError `not-found` {kind, id}.
 */
export async function assessmentSheet(
  manager: EntityManager,
  schemeId: number,
  { settings, today }: { settings: OfficeSettings; today: string },
): Promise<AssessmentSheet> {
  const scheme = readRecords(manager, 'scheme', [schemeId]).get(schemeId)
  if (!scheme || scheme.deletedAt !== null) throw new OfficeError('not-found', { kind: 'scheme', id: schemeId })
  const { year, name, total, yearBy } = schemeOf(scheme.values)
  const asOf = lastDayOf(year, today)
  const items = await itemsOf(manager, schemeId)
  const orgs = await orgRepository.list(manager, { asOf })
  const facts = await factsOf(manager, orgs, { year, asOf, telephoneCounts: settings.work.telephoneCounts })
  const typed = new Map((await assessmentRepository.scores(manager, schemeId)).map((score) => [`${score.partyOrgId}:${score.schemeItemId}`, score]))
  const quarters = new Map((await assessmentRepository.quarterScores(manager, year)).map((one) => [`${one.partyOrgId}:${one.quarter}`, one]))
  const halves = new Map((await assessmentRepository.yearScores(manager, year)).map((one) => [one.partyOrgId, one]))
  const classes = await orgClasses(manager, orgs, asOf)
  const rows = orgs.map((org): Row => {
    const scores = items.map((item) => scoreOf(item, typed.get(`${org.id}:${item.id}`), facts.get(org.id)))
    const counting = scores.flatMap(({ final, computed }) => final ?? computed ?? [])
    const selves = scores.flatMap(({ self }) => self ?? [])
    const final = counting.length > 0 ? sumPoints(counting) : null
    const byQuarter = quartersOf([1, 2, 3, 4].map((quarter) => quarters.get(`${org.id}:${quarter}`)))
    const typedHalves = typedOf(halves.get(org.id))
    const { firstHalf, secondHalf, year: byHalves } = halfPoints(byQuarter.map(({ points }) => points), typedHalves)
    const whole = yearBy === '按季度分值' ? byHalves : final
    return {
      partyOrgId: org.id, name: org.name, unitId: org.unitId, unitName: org.unitName,
      ...(classes.get(org.id) ?? { orgSector: null, localIndustry: null }),
      scores,
      self: selves.length > 0 ? sumPoints(selves) : null,
      final,
      open: scores.length - counting.length,
      quarters: byQuarter,
      typed: typedHalves,
      firstHalf,
      secondHalf,
      year: whole,
      grade: whole === null ? null : gradeOf(whole, total, settings.assessment.grades),
      rank: null,
    }
  })
  const places = ranks(rows.map((row) => row.year))
  rows.forEach((row, i) => (row.rank = places[i] ?? null))
  return {
    scheme: { id: schemeId, version: scheme.version, year, name, total, yearBy },
    items,
    rows,
    units: byUnit(rows),
    average: averagePoints(rows.map((row) => row.year)),
  }
}

function schemeOf(values: Readonly<Record<string, FieldValue>>): Pick<AssessmentSheet['scheme'], 'year' | 'name' | 'total' | 'yearBy'> {
  const { year, name, total, yearBy } = values as { year: number; name: string; total: number; yearBy: AssessmentSheet['scheme']['yearBy'] | null }
  return { year, name, total, yearBy: yearBy ?? '按考核项目' }
}

function quartersOf(stored: readonly (StoredQuarter | undefined)[]): Row['quarters'] {
  return stored.map((quarter) => ({
    quarterScoreId: quarter?.id ?? null,
    version: quarter?.version ?? null,
    points: quarter?.points ?? null,
  }))
}

function typedOf(stored: StoredYear | undefined): Row['typed'] {
  return {
    yearScoreId: stored?.id ?? null,
    version: stored?.version ?? null,
    firstHalf: stored?.firstHalf ?? null,
    secondHalf: stored?.secondHalf ?? null,
    note: stored?.note ?? null,
  }
}

function lastDayOf(year: number, today: string): string {
  const last = `${year}-12-31`
  return last < today ? last : today
}

async function itemsOf(manager: EntityManager, schemeId: number): Promise<Item[]> {
  const { rows } = await recordRepository.page(manager, 'schemeItem', {
    filter: { is: { schemeId: [schemeId] }, words: [] }, sort: { field: 'sortNo', descending: false }, offset: 0, limit: 500,
  })
  return rows.map(({ id, values }): Item => {
    const { sortNo, groupName, text, max, rule, method, formula, itemMethod } = values as Omit<Item, 'id'> & { method: string }
    return { id, sortNo, groupName, text, max, rule, formula: method === '系统计算' ? formula : null, itemMethod }
  })
}

interface Year {
  year: number
  asOf: string
  telephoneCounts: boolean
}

async function factsOf(manager: EntityManager, orgs: readonly OrgRecord[], scene: Year): Promise<Map<number, AssessedFacts>> {
  const { year, asOf } = scene
  const quarters = [1, 2, 3, 4].filter((quarter) => asOf >= `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1] ?? ''}`)
  const labels = quarters.map((quarter) => `${year}年第${quarter}季度`)
  const norm = Object.values(lifeNorms).reduce((sum, count) => sum + count, 0) * quarters.length
  const work = new Map((await assessmentRepository.orgWork(manager, asOf, year, labels)).map((row) => [row.id, row]))
  const trained = new Map((await assessmentRepository.trainings(manager, asOf, year)).map(({ id, trainings }) => [id, trainings]))
  const visits = await orgVisits(manager, scene)
  return new Map(
    orgs.map((org) => {
      const own = work.get(org.id)
      const standing = standingOf(org, asOf, 0)
      return [
        org.id,
        {
          electionOverdue: standing && standing.state === '届满未换',
          lifeDone: own?.lifeDone ?? 0,
          lifeNorm: norm,
          deliveriesDone: own?.deliveriesDone ?? 0,
          deliveriesAsked: (own?.covered ?? 0) * 6 - (own?.deliveriesWaived ?? 0),
          goalsMet: own?.goalsMet ?? 0,
          goalsAsked: (own?.covered ?? 0) * 6,
          trainings: trained.get(org.id) ?? null,
          visitsDone: visits.get(org.id)?.done ?? 0,
          visitsAsked: visits.get(org.id)?.asked ?? 0,
        },
      ]
    }),
  )
}

function scoreOf(item: Item, typed: StoredScore | undefined, facts: AssessedFacts | undefined): Score {
  const earned = item.formula && facts ? earnedShare(item.formula, facts) : null
  return {
    schemeItemId: item.id,
    scoreId: typed?.id ?? null,
    version: typed?.version ?? null,
    self: typed?.self ?? null,
    final: typed?.final ?? null,
    computed: earned === null || earned.share === null ? null : pointsOf(item.max, earned.share),
    basis: earned?.basis ?? '',
    deduction: typed?.deduction ?? null,
    note: typed?.note ?? null,
  }
}

/** Organisations come in the order of their units. */
function byUnit(rows: readonly Row[]): AssessmentSheet['units'] {
  return [...new Set(rows.map(({ unitName }) => unitName))].map((unitName) => {
    const own = rows.filter((row) => row.unitName === unitName)
    return { unitName, orgs: own.length, average: averagePoints(own.map(({ year }) => year)) }
  })
}
