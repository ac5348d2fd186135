import { describe, expect, it } from 'vitest'
import { earnedShare, gradeOf, halfPoints, pointsOf, ranks, sumPoints, type AssessedFacts } from './assessment'
import { nationalSettings } from './officeSettings'

const facts: AssessedFacts = {
  electionOverdue: false, lifeDone: 9, lifeNorm: 10, deliveriesDone: 4, deliveriesAsked: 6, goalsMet: 5, goalsAsked: 6,
  trainings: 2, visitsDone: 1, visitsAsked: 3,
}

describe('what is computed', () => {
  it.each([
    ['按期换届', 1, '未超期'],
    ['组织生活达标', 0.9, '应开展 10 次，已完成 9 次'],
    ['三建三送落实', 4 / 6, '应落实 6 项，已完成 4 项'],
    ['六有达标', 5 / 6, '应达标 6 项，已完成 5 项'],
    ['书记培训', 1, '本年度培训 2 次'],
    ['走访完成', 1 / 3, '应走访 3 次，已完成 1 次'],
  ] as const)('%s', (formula, share, basis) => {
    expect(earnedShare(formula, facts)).toEqual({ share, basis })
  })

  it('says nothing where there is nothing to go by, and 0 where something is missing', () => {
    expect(earnedShare('按期换届', { ...facts, electionOverdue: null }).share).toBeNull()
    expect(earnedShare('三建三送落实', { ...facts, deliveriesAsked: 0 }).share).toBeNull()
    expect(earnedShare('按期换届', { ...facts, electionOverdue: true }).share).toBe(0)
    expect(earnedShare('书记培训', { ...facts, trainings: null })).toEqual({ share: 0, basis: '书记空缺' })
  })
})

it('rounds points half up to one decimal', () => {
  expect([pointsOf(10, 4 / 6), pointsOf(10, 0.25), pointsOf(10, 0.125), pointsOf(5, 0.99)]).toEqual([6.7, 2.5, 1.3, 5])
  expect(sumPoints([0.1, 0.2, 6.7])).toBe(7)
})

it('takes a half from its quarters unless it was typed, and the year from both halves', () => {
  const untyped = { firstHalf: null, secondHalf: null }
  expect(halfPoints([92.5, 90, 88, 91], untyped)).toEqual({ firstHalf: 91.25, secondHalf: 89.5, year: 90.38 })
  expect(halfPoints([92.5, 90, 88, null], untyped)).toEqual({ firstHalf: 91.25, secondHalf: null, year: null })
  expect(halfPoints([92.5, 90, null, null], { firstHalf: 95, secondHalf: 85 })).toEqual({ firstHalf: 95, secondHalf: 85, year: 90 })
  expect(halfPoints([null, null, null, null], { firstHalf: 0, secondHalf: null }).firstHalf).toBe(0)
})

it('grades by the settings and ranks with ties', () => {
  const { grades } = nationalSettings.assessment
  expect([90, 89.9, 60, 59.9].map((points) => gradeOf(points, 100, grades))).toEqual(['优秀', '良好', '一般', '较差'])
  expect(gradeOf(108, 120, grades)).toBe('优秀')
  expect(ranks([80, null, 95, 80, 70])).toEqual([2, null, 1, 2, 4])
})
