import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type CalendarDate } from './calendarDate'
import { frequencyUnits, type FrequencyUnit } from './valueDomain'
import { addVisitSums, periodOf, visitsAsked, visitsOfYear, visitStanding, type VisitDuty } from './visitFrequency'

const duty = (unit: FrequencyUnit, times = 1, more: Partial<VisitDuty> = {}): VisitDuty => ({
  from: '2020-01-01', to: null, times, unit, recordedOn: '2026-01-01', ...more,
})

describe('periods', () => {
  it.each([
    ['周', '2026-06-28', '2026-06-22', '2026-06-28'],
    ['周', '2026-06-29', '2026-06-29', '2026-07-05'],
    ['周', '2026-01-01', '2025-12-29', '2026-01-04'],
    ['周', '2019-12-31', '2019-12-30', '2020-01-05'],
    ['月', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['季', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['半年', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['年', '2026-07-01', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s', (unit, day, from, to) => {
    expect(periodOf(unit, day)).toEqual({ from, to })
  })
})

describe('visits asked for', () => {
  it('are the times of each full period, and a share of a part, rounded half up', () => {
    const half = { from: '2026-01-01', to: '2026-06-30' }
    expect(visitsAsked(duty('季'), half)).toBe(2)
    expect(visitsAsked(duty('月', 2), half)).toBe(12)
    expect(visitsAsked(duty('年'), half)).toBe(0)
    expect(visitsAsked(duty('年'), { from: '2026-01-01', to: '2026-07-02' })).toBe(1)
    expect(visitsAsked(duty('季', 1, { from: '2026-01-10' }), half)).toBe(2)
    expect(visitsAsked(duty('季', 1, { from: '2026-03-10' }), half)).toBe(1)
    expect(visitsAsked(duty('季', 1, { to: '2025-12-31' }), half)).toBe(0)
  })

  it('are not asked for before an assignment of unknown beginning was recorded', () => {
    const unknown = duty('月', 1, { from: null, recordedOn: '2026-05-01' })
    expect(visitsAsked(unknown, { from: '2026-01-01', to: '2026-06-30' })).toBe(2)
    expect(visitStanding(unknown, [], '2026-05-20').state).toBe('待走访')
    expect(visitStanding(unknown, ['2026-03-01'], '2026-05-20')).toMatchObject({ state: '逾期', missing: 1 })
    expect(visitsOfYear(unknown, ['2026-03-01'], '2026-05-31')).toEqual({ required: 3, done: 1, fulfilled: 1 })
  })

  it('are the same when the periods are counted one by one', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2023-12-20', days))
    const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
    const duties = fc.record({
      from: fc.option(day, { nil: null }),
      to: fc.option(day, { nil: null }),
      times: fc.integer({ min: 1, max: 9 }),
      unit: fc.constantFrom(...frequencyUnits),
      recordedOn: day,
    })
    fc.assert(
      fc.property(duties, span, (asked, within) => {
        expect(visitsAsked(asked, within)).toBe(countedDayByDay(asked, within.from, within.to))
      }),
      { numRuns: 300 },
    )
  })
})

function countedDayByDay({ from, to, times, unit, recordedOn }: VisitDuty, first: CalendarDate, last: CalendarDate): number {
  const lived = new Map<string, number>()
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (day < (from ?? recordedOn) || (to !== null && day > to)) continue
    const key = periodOf(unit, day).from
    lived.set(key, (lived.get(key) ?? 0) + 1)
  }
  return [...lived].reduce((sum, [start, days]) => {
    const length = daysBetween(start, periodOf(unit, start).to) + 1
    return sum + Math.round((times * days) / length)
  }, 0)
}

describe('where an assignment stands', () => {
  it.each([
    ['the last period missed', [], '2026-07-10', { state: '逾期', missing: 1, dueOn: '2026-06-30', days: 10 }],
    ['the last one missed, made up for since with the visit of this one', ['2026-07-05'], '2026-07-10', { state: '已完成', missing: 0, done: 1 }],
    ['the last one done, this one open', ['2026-05-05'], '2026-07-10', { state: '待走访', dueOn: '2026-09-30', days: 82 }],
    ['both done', ['2026-05-05', '2026-07-01'], '2026-07-10', { state: '已完成', asked: 1, done: 1, dueOn: null }],
    ['only a visit before the last period', ['2026-03-31'], '2026-07-10', { state: '逾期', missing: 1 }],
  ] as const)('%s', (_name, visits, today, expected) => {
    expect(visitStanding(duty('季'), visits, today)).toMatchObject(expected)
  })

  it('asks nothing of an assignment that has just begun, and ends with it', () => {
    expect(visitStanding(duty('季', 1, { from: '2026-09-01' }), [], '2026-09-10').state).toBe('本期不要求')
    const ending = duty('季', 1, { to: '2026-08-31' })
    expect(visitStanding(ending, ['2026-05-05'], '2026-07-10')).toMatchObject({ state: '待走访', dueOn: '2026-08-31', days: 52 })
  })

  it('does not count visits outside the assignment', () => {
    const begun = duty('月', 1, { from: '2026-06-01' })
    expect(visitStanding(begun, ['2026-05-31'], '2026-06-30').state).toBe('待走访')
    expect(visitStanding(begun, ['2026-06-01'], '2026-06-30').state).toBe('已完成')
  })

  it('lists several missing visits of a week', () => {
    expect(visitStanding(duty('周', 3), ['2026-06-23'], '2026-06-29')).toMatchObject({ state: '逾期', missing: 2, days: 1 })
  })
})

describe('visits of the year', () => {
  it('fulfil no more than is required, assignment by assignment', () => {
    const sums = [
      visitsOfYear(duty('季'), ['2025-12-31', '2026-01-05', '2026-01-06', '2026-01-07'], '2026-06-30'),
      visitsOfYear(duty('月'), ['2026-02-01'], '2026-06-30'),
    ]
    expect(sums).toEqual([{ required: 2, done: 3, fulfilled: 2 }, { required: 6, done: 1, fulfilled: 1 }])
    expect(addVisitSums(sums)).toEqual({ required: 8, done: 4, fulfilled: 3 })
  })
})
