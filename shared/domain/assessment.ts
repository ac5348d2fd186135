import type { GradeBand } from './officeSettings'

/** 百分考核: what is computed from the records (docs/domain.md, assessment). Points are numbers with one decimal. */

/** What the records say of one organisation in the year of the scheme, up to a day. */
export interface AssessedFacts {
  /** 届满未换; null when no term is known. */
  electionOverdue: boolean | null
  /** Organisation life of the quarters that have ended: Σ min(done, norm) and Σ norm. */
  lifeDone: number
  lifeNorm: number
  /** 三建三送 of the covered enterprises: items 已落实 or 共用, and items that apply. */
  deliveriesDone: number
  deliveriesAsked: number
  /** 六有 of the covered enterprises: goals met in their latest 评定 of the year, and six for each enterprise. */
  goalsMet: number
  goalsAsked: number
  /** Trainings of the secretary in office in the year; null without a secretary. */
  trainings: number | null
  /** Visits to the covered enterprises: Σ min(done, required), Σ required. */
  visitsDone: number
  visitsAsked: number
}

/** The part of the points that is earned, 0 to 1, with the facts in words; `share` is null where nothing can be said. */
export interface Share {
  share: number | null
  basis: string
}

export const assessmentFormulas = ['按期换届', '组织生活达标', '三建三送落实', '六有达标', '书记培训', '走访完成'] as const
export type AssessmentFormula = (typeof assessmentFormulas)[number]

/** Norms of organisation life in one quarter. */
export const lifeNorms = { memberMeetings: 1, themeDays: 3, lectures: 1 } as const

export function earnedShare(formula: AssessmentFormula, facts: AssessedFacts): Share {
  switch (formula) {
    case '按期换届':
      if (facts.electionOverdue === null) return { share: null, basis: '没有换届时间和任期' }
      return facts.electionOverdue ? { share: 0, basis: '届满未换' } : { share: 1, basis: '未超期' }
    case '组织生活达标':
      return ratio(facts.lifeDone, facts.lifeNorm, '应开展', '次', '本年度还没有结束的季度')
    case '三建三送落实':
      return ratio(facts.deliveriesDone, facts.deliveriesAsked, '应落实', '项', '没有覆盖企业')
    case '六有达标':
      return ratio(facts.goalsMet, facts.goalsAsked, '应达标', '项', '没有覆盖企业')
    case '书记培训':
      if (facts.trainings === null) return { share: 0, basis: '书记空缺' }
      return { share: facts.trainings > 0 ? 1 : 0, basis: `本年度培训 ${facts.trainings} 次` }
    case '走访完成':
      return ratio(facts.visitsDone, facts.visitsAsked, '应走访', '次', '没有走访要求')
  }
}

function ratio(done: number, asked: number, word: string, unit: string, none: string): Share {
  if (asked === 0) return { share: null, basis: none }
  return { share: done / asked, basis: `${word} ${asked} ${unit}，已完成 ${done} ${unit}` }
}

/** Points of an item, one decimal, half up. */
export function pointsOf(max: number, share: number): number {
  return Math.floor(max * share * 10 + 0.5 + 1e-9) / 10
}

/** A sum of points without binary crumbs. */
export function sumPoints(points: readonly number[]): number {
  return Math.round(points.reduce((sum, value) => sum + value, 0) * 100) / 100
}

/** The name of the highest band whose lower bound is reached, with points as a share of the full marks of 100. */
export function gradeOf(points: number, total: number, bands: readonly GradeBand[]): string {
  const score = total === 0 ? 0 : (points / total) * 100
  const reached = [...bands].sort((a, b) => b.from - a.from).find((band) => score >= band.from)
  return reached?.name ?? ''
}

/** Places from 1; equal points share a place and the next one is skipped. Null points have none. */
export function ranks(points: readonly (number | null)[]): (number | null)[] {
  return points.map((mine) => (mine === null ? null : 1 + points.filter((other) => other !== null && other > mine).length))
}

/** The mean of the points that are stated, two decimals; null when none are. */
export function averagePoints(points: readonly (number | null)[]): number | null {
  const stated = points.flatMap((value) => value ?? [])
  return stated.length === 0 ? null : Math.round((sumPoints(stated) / stated.length) * 100) / 100
}

/** What counts for the halves and, where a scheme goes by quarters, for the year. */
export interface HalfPoints {
  firstHalf: number | null
  secondHalf: number | null
  year: number | null
}

/** A half is what was typed for it, else the mean of its quarters; the year is the mean of the halves (F11S). */
export function halfPoints(
  quarters: readonly (number | null)[],
  typed: Pick<HalfPoints, 'firstHalf' | 'secondHalf'>,
): HalfPoints {
  const [q1 = null, q2 = null, q3 = null, q4 = null] = quarters
  const firstHalf = typed.firstHalf ?? meanOfTwo(q1, q2)
  const secondHalf = typed.secondHalf ?? meanOfTwo(q3, q4)
  return { firstHalf, secondHalf, year: meanOfTwo(firstHalf, secondHalf) }
}

/** The mean of two quarters or two halves, two decimals; null until both are stated. */
export function meanOfTwo(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.round(((one + other) / 2) * 100 + 1e-7) / 100
}
