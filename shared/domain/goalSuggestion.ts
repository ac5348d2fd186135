import { ownWord, type OwnWords } from './ownWords'
import type { DeliveryState, Goal, OrgMode } from './valueDomain'

/** What the six goals of an enterprise in a quarter are judged from; null is "no record". Amounts in 分. */
export interface GoalFacts {
  /** The organisation that covers it at the end of the quarter. */
  orgName: string | null
  orgMode: OrgMode | null
  roomState: DeliveryState | null
  ruleState: DeliveryState | null
  /** 活动场所面积 of the organisation, ㎡. */
  placeArea: number | null
  /** Income of the year, its own and its organisation's. */
  fundIncome: number
  /** 载体活动 of the quarter, its own and its organisation's. */
  activities: number
  /** 组织生活 of its organisation in the quarter: all meetings counted. */
  lifeCount: number
}

export interface GoalSuggestion {
  /** Null where only a person can judge. */
  met: boolean | null
  /** The facts in one sentence; kept with the verdict. */
  evidence: string
}

export interface GoalScene {
  year: number
  activitiesPerQuarter: number
  /** What the district calls the two items. */
  labels: { room: string; rules: string }
  words: OwnWords
}

/** What the records propose for each goal (docs/domain.md 9.9). A person confirms it; nothing is written by itself. */
export function suggestGoals(facts: GoalFacts, scene: GoalScene): Record<Goal, GoalSuggestion> {
  return {
    org: ofOrg(facts),
    place: ofPlace(facts, scene.labels.room, stateOf(facts.roomState, scene.words)),
    fund: ofFund(facts, scene.year),
    activity: ofActivity(facts, scene.activitiesPerQuarter),
    rule: ofRule(facts, scene.labels.rules, stateOf(facts.ruleState, scene.words)),
    effect: { met: null, evidence: '' },
  }
}

function stateOf(state: DeliveryState | null, words: OwnWords): string {
  return state === null ? '未登记' : ownWord(words, 'delivery', state)
}

function ofOrg({ orgName, orgMode }: GoalFacts): GoalSuggestion {
  if (orgName === null) return { met: false, evidence: '没有党组织覆盖' }
  return { met: true, evidence: orgMode === null ? `由“${orgName}”覆盖` : `由“${orgName}”覆盖，${orgMode}` }
}

function ofPlace({ roomState, placeArea }: GoalFacts, label: string, state: string): GoalSuggestion {
  if (roomState === '已落实') return { met: true, evidence: `${label}${state}` }
  if (roomState === '共用') return { met: true, evidence: `与联合党组织${state}${label}` }
  if (placeArea !== null && placeArea > 0) return { met: true, evidence: `党组织活动场所 ${placeArea} ㎡` }
  return { met: false, evidence: `${label}${state}，没有登记活动场所面积` }
}

function ofFund({ fundIncome }: GoalFacts, year: number): GoalSuggestion {
  if (fundIncome <= 0) return { met: false, evidence: `${year}年没有经费收入记录` }
  return { met: true, evidence: `${year}年经费收入 ${(fundIncome / 100).toFixed(2)} 元` }
}

function ofActivity({ activities, lifeCount }: GoalFacts, wanted: number): GoalSuggestion {
  const sum = activities + lifeCount
  const met = sum >= wanted
  if (sum === 0) return { met, evidence: '本季度没有活动和组织生活记录' }
  const parts = [...(activities > 0 ? [`活动 ${activities} 次`] : []), ...(lifeCount > 0 ? [`组织生活 ${lifeCount} 次`] : [])]
  return { met, evidence: `本季度${parts.join('、')}${met ? '' : `，不足 ${wanted} 次`}` }
}

function ofRule({ ruleState }: GoalFacts, label: string, state: string): GoalSuggestion {
  return { met: ruleState === '已落实', evidence: `${label}${state}` }
}
