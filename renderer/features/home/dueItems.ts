import type { RouteLocationRaw } from 'vue-router'
import type { Home } from '../../../shared/contract/statistics'
import type { WorkDue } from '../../../shared/contract/work'
import { addDays } from '../../../shared/domain/calendarDate'
import { dueWork, taskNotice, type DueKey, type DueLevel } from '../../../shared/domain/dueWork'
import { ledgerLink } from '../../composables/ledgerQuery'
import { dueText as text } from '../../text/due'

export interface DueItem {
  key: string
  level: DueLevel
  text: string
  count: number
  unit: string
  /** What the count opens: the list it counts, or a dialog of the page. */
  opens: RouteLocationRaw | 'emptyUnits' | 'unverified'
  /** A page that proposes what to do about it. */
  proposal?: { to: RouteLocationRaw; label: string }
}

export interface DueScene {
  due: WorkDue
  home: Pick<Home, 'total' | 'units' | 'emptyUnits' | 'unverifiedOrgs'> | undefined
  /** Yearly targets behind their schedule; undefined until they are known. */
  targetsBehind: number | undefined
  /** Only these units; none means all. */
  unitIds: readonly number[]
}

/** The work of today, most urgent first; what has nothing to do is left out. */
export function dueItems({ due, home, targetsBehind = 0, unitIds }: DueScene): DueItem[] {
  const unit: Record<string, string> = unitIds.length > 0 ? { unit: unitIds.join(',') } : {}
  const items = due.counts.map(({ key, count }): DueItem => ({
    key, level: dueWork[key], text: text.of(key, due), count, unit: text.units[key], opens: listOf(key, due.today, unit),
  }))
  const level = (wanted: DueLevel): DueItem[] => items.filter((item) => item.level === wanted)
  const more: DueItem[] = home ? fromHome(home, unitIds) : []
  const behind: DueItem = {
    key: 'targetBehind', level: '逾期', text: text.targetBehind, count: targetsBehind, unit: text.items, opens: { name: 'targets' },
  }
  return [...level('逾期'), behind, ...level('近期'), ...level('待办'), ...more].filter(({ count }) => count > 0)
}

export function dueGroups(items: readonly DueItem[]): { level: DueLevel; items: DueItem[] }[] {
  return (['逾期', '近期', '待办'] as const).map((level) => ({ level, items: items.filter((item) => item.level === level) }))
}

function fromHome(home: NonNullable<DueScene['home']>, unitIds: readonly number[]): DueItem[] {
  const uncovered = unitIds.length === 0 ? home.total.U : home.units.filter((unit) => unitIds.includes(unit.unitId)).reduce((sum, { U }) => sum + U, 0)
  const some = unitIds.length === 0 ? undefined : [...unitIds]
  const items: DueItem[] = [
    { key: 'uncovered', level: '待办', text: text.uncovered, count: uncovered, unit: text.enterprises,
      opens: ledgerLink({ figure: 'U', unitIds: some }), proposal: { to: { name: 'liaisonProposal' }, label: text.assign } },
  ]
  if (some) return items
  return [
    ...items,
    { key: 'unverified', level: '待办', text: text.unverified, count: home.unverifiedOrgs, unit: text.orgs, opens: 'unverified' },
    { key: 'emptyUnits', level: '待办', text: text.emptyUnits, count: home.emptyUnits.length, unit: text.orgs, opens: 'emptyUnits' },
  ]
}

function listOf(key: DueKey, today: string, unit: Record<string, string>): RouteLocationRaw {
  const list = (name: string, filter: Record<string, string> = {}): RouteLocationRaw => ({ name, query: { ...unit, ...filter } })
  const open = { 'f.state': '未启动,办理中' }
  switch (key) {
    case 'electionOverdue':
      return list('partyOrgTerms', { step: '届满未换' })
    case 'electionRequest':
      return list('partyOrgTerms', { step: '报请示' })
    case 'electionLetter':
      return list('partyOrgTerms', { step: '发提醒函' })
    case 'electionReport':
      return list('partyOrgTerms', { step: '报换届结果' })
    case 'visitOverdue':
      return list('overdueVisits')
    case 'visitDue':
      return list('assignments', { 'f.worklist': 'visitDue' })
    case 'assignmentExpired':
      return list('assignments', { 'f.worklist': 'expired' })
    case 'firstLookOverdue':
      return list('newcomers', { 'f.firstLook': '逾期' })
    case 'secondLookOverdue':
      return list('newcomers', { 'f.secondLook': '逾期' })
    case 'firstLookDue':
      return list('newcomers', { 'f.firstLook': '到期' })
    case 'secondLookDue':
      return list('newcomers', { 'f.secondLook': '到期' })
    case 'planOverdue':
      return list('allUnbuilt', { 'f.planState': '逾期' })
    case 'planThisMonth':
      return list('allUnbuilt', { 'f.planState': '本月到期' })
    case 'dueUnbuilt':
      return list('dueUnbuilt')
    case 'dueUnplanned':
      return list('dueUnbuilt', { 'f.planState': '未列计划' })
    case 'problemOverdue':
      return list('visits', { 'f.worklist': 'overdueProblem' })
    case 'decisionOverdue':
      return list('decisions', { ...open, to: addDays(today, -1) })
    case 'decisionSoon':
      return list('decisions', { ...open, from: today, to: addDays(today, taskNotice) })
    case 'proposalOverdue':
      return list('proposals', { 'f.answerState': '已超期' })
    case 'proposalSoon':
      return list('proposals', { 'f.answerState': '7天内到期' })
  }
}
