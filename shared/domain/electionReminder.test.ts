import { describe, expect, it } from 'vitest'
import { electionReminder, isReported, termDue, yearStanding, type RemindedTerm } from './electionReminder'

const term = (part: Partial<RemindedTerm> = {}): RemindedTerm => ({
  lastElectionOn: '2023-07-10',
  foundedOn: '2015-01-01',
  termYears: null,
  type: '党支部',
  termEndsOn: null,
  extendedTo: null,
  remindedOn: null,
  reportedOn: null,
  ...part,
})
const months = { first: 6, last: 2 }
const on = (today: string, part: Partial<RemindedTerm> = {}) => electionReminder(term(part), today, months)

describe('electionReminder', () => {
  it('goes from the letter to the request to overdue as the end of the term comes', () => {
    expect(on('2026-01-09')).toBeNull()
    expect(on('2026-01-10')).toMatchObject({ step: '发提醒函', dueOn: '2026-07-10', days: 181, reminded: false })
    expect(on('2026-05-09')?.step).toBe('发提醒函')
    expect(on('2026-05-10')?.step).toBe('报请示')
    expect(on('2026-07-10')).toMatchObject({ step: '报请示', days: 0 })
    expect(on('2026-07-11')).toMatchObject({ step: '届满未换', days: -1 })
  })

  it('forgets an earlier reminder when the next step begins', () => {
    expect(on('2026-04-01', { remindedOn: '2026-01-20' })?.reminded).toBe(true)
    expect(on('2026-04-01', { remindedOn: '2023-01-20' })?.reminded).toBe(false)
    expect(on('2026-06-01', { remindedOn: '2026-01-20' })?.reminded).toBe(false)
    expect(on('2026-08-01', { remindedOn: '2026-07-11' })?.reminded).toBe(true)
  })

  it('counts from an approved extension, however near the end of the term was', () => {
    expect(on('2026-08-01', { extendedTo: '2027-07-01' })).toBeNull()
    expect(on('2027-01-01', { extendedTo: '2027-07-01' })).toMatchObject({ step: '发提醒函', dueOn: '2027-07-01' })
    expect(on('2027-07-02', { extendedTo: '2027-07-01' })?.step).toBe('届满未换')
  })

  it('asks for the report for two months after an election, due in one', () => {
    expect(on('2023-07-20')).toMatchObject({ step: '报换届结果', dueOn: '2023-08-10', days: 21 })
    expect(on('2023-09-10')).toMatchObject({ step: '报换届结果', days: -31 })
    expect(on('2023-09-11')).toBeNull()
    expect(on('2023-07-09', { lastElectionOn: '2023-07-10' })).toBeNull()
  })

  it('no longer asks for the report once it was made', () => {
    expect(on('2023-07-20', { reportedOn: '2023-07-18' })).toBeNull()
    expect(on('2023-07-20', { reportedOn: '2023-07-10' })).toBeNull()
    expect(on('2023-07-20', { reportedOn: '2023-07-09' })?.step).toBe('报换届结果')
    expect(on('2023-07-20', { reportedOn: '2023-07-18', termEndsOn: '2023-08-01' })?.step).toBe('报请示')
    expect(isReported({ lastElectionOn: null, reportedOn: '2023-07-18' })).toBe(false)
  })

  it('says nothing of an end guessed from the founding, or without a term', () => {
    expect(on('2026-07-11', { lastElectionOn: null })).toBeNull()
    expect(on('2026-07-11', { type: '临时党支部' })).toBeNull()
    expect(on('2026-07-11', { lastElectionOn: null, termEndsOn: '2026-07-10' })?.step).toBe('届满未换')
  })
})

it('the due day is the later of the end and the extension', () => {
  expect(termDue(term())).toBe('2026-07-10')
  expect(termDue(term({ extendedTo: '2026-09-01' }))).toBe('2026-09-01')
  expect(termDue(term({ type: '特设党支部' }))).toBeNull()
})

it('a year lists what ends in it, what ended before and what was elected in it', () => {
  expect(yearStanding(term(), 2026)).toBe('本年届满')
  expect(yearStanding(term({ extendedTo: '2027-03-01' }), 2026)).toBeNull()
  expect(yearStanding(term(), 2027)).toBe('往年届满未换')
  expect(yearStanding(term(), 2023)).toBe('本年已换届')
  expect(yearStanding(term(), 2024)).toBeNull()
  expect(yearStanding(term({ lastElectionOn: null }), 2018)).toBeNull()
})
