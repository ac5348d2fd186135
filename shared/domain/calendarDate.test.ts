import { describe, expect, it } from 'vitest'
import { addMonths, addYears, calendarDate, chineseDate, daysBetween, isCalendarDate } from './calendarDate'
import { electionStanding } from './election'
import { percent, rate } from './percentage'

describe('calendarDate', () => {
  it('refuses days that do not exist', () => {
    expect(calendarDate(2023, 2, 29)).toBeNull()
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29')
    expect(calendarDate(2024, 13, 1)).toBeNull()
    expect(isCalendarDate('2024-2-9')).toBe(false)
    expect(isCalendarDate('2024-02-09')).toBe(true)
  })
  it('moves by years and months and clips the day', () => {
    expect(addYears('2024-02-29', 3)).toBe('2027-02-28')
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })
  it('counts days across a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-06-30', '2025-03-01')).toBe(-486)
  })
  it('speaks Chinese', () => expect(chineseDate('2026-06-05')).toBe('2026年6月5日'))
})

describe('electionStanding', () => {
  const branch = { lastElectionOn: '2023-01-10', foundedOn: null, termYears: null, type: '党支部', termEndsOn: null, extendedTo: null } as const
  it('an approved extension holds until its date, then the term is overdue from it', () => {
    const extended = { ...branch, extendedTo: '2026-12-31' }
    expect(electionStanding(extended, '2026-06-30')?.state).toBe('已批延期')
    expect(electionStanding(extended, '2027-06-30')).toMatchObject({ state: '届满未换', overdueMoreThanYear: false })
    expect(electionStanding(extended, '2028-01-01')).toMatchObject({ state: '届满未换', overdueMoreThanYear: true })
  })
  it('the last day is still within the term, six months is already soon', () => {
    expect(electionStanding(branch, '2026-01-10')?.state).toBe('即将届满')
    expect(electionStanding(branch, '2025-07-10')?.state).toBe('即将届满')
    expect(electionStanding(branch, '2025-07-09')?.state).toBe('正常')
    expect(electionStanding(branch, '2026-01-11')?.state).toBe('届满未换')
  })
  it('temporary organisations and unknown beginnings have no term', () => {
    expect(electionStanding({ ...branch, type: '临时党支部' }, '2026-01-10')).toBeNull()
    expect(electionStanding({ ...branch, lastElectionOn: null }, '2026-01-10')).toBeNull()
  })
})

describe('rate', () => {
  it('rounds half up in whole numbers', () => {
    expect(rate(2, 3)).toBe(0.6667)
    expect(rate(1, 20_000)).toBe(0.0001)
    expect(rate(1, 20_001)).toBe(0)
    expect(rate(201, 400_000)).toBe(0.0005)
    expect(rate(3, 3)).toBe(1)
  })
  it('has no value over nothing', () => {
    expect(rate(0, 0)).toBeNull()
    expect(percent(rate(0, 0))).toBe('—')
    expect(percent(0.6667)).toBe('66.67%')
    expect(percent(0.5715)).toBe('57.15%')
  })
})
