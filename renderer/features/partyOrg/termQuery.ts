import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { TermRow } from '../../../shared/contract/partyOrg'
import { electionMonth, electionMonthStates, type ElectionMonthState } from '../../../shared/domain/electionMonth'
import { reminderSteps, type ReminderStep } from '../../../shared/domain/electionReminder'

/** Which part of 换届提醒 is shown. */
export interface TermQuestion {
  tab: 'due' | 'year'
  year: number
  unitIds: number[]
  /** Of what is to be reminded of now. */
  step: ReminderStep | undefined
  /** Of the year: 1–12, 0 for what is left over from years before. */
  month: number | undefined
  state: ElectionMonthState | undefined
}

export function readTermQuery(query: LocationQuery, today: string): TermQuestion {
  const word = (name: string): string => String(query[name] ?? '')
  const thisYear = Number(today.slice(0, 4))
  const year = Number(word('year') || thisYear)
  const month = /^(\d|1[0-2])$/.test(word('month')) ? Number(word('month')) : undefined
  const tab = word('tab') === 'year' ? 'year' : 'due'
  return {
    tab,
    year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : thisYear,
    unitIds: word('unit').split(',').map(Number).filter((id) => Number.isInteger(id) && id > 0),
    step: tab === 'due' ? reminderSteps.find((step) => step === word('step')) : undefined,
    month: tab === 'year' ? month : undefined,
    state: tab === 'year' ? electionMonthStates.find((state) => state === word('state')) : undefined,
  }
}

export function writeTermQuery({ tab, year, unitIds, step, month, state }: TermQuestion, today: string): LocationQueryRaw {
  return {
    ...(tab === 'due' ? {} : { tab }),
    ...(year === Number(today.slice(0, 4)) ? {} : { year: String(year) }),
    ...(unitIds.length === 0 ? {} : { unit: unitIds.join(',') }),
    ...(step === undefined ? {} : { step }),
    ...(month === undefined ? {} : { month: String(month) }),
    ...(state === undefined ? {} : { state }),
  }
}

/** The rows asked for, of those of the year and the units. */
export function termsShown(rows: readonly TermRow[], { tab, step, month, state }: TermQuestion, today: string): TermRow[] {
  if (tab === 'due') return rows.filter(({ reminder }) => reminder !== null && (step === undefined || reminder.step === step))
  return rows.filter((row) => {
    const of = electionMonth(row, today)
    return row.yearState !== null && (month === undefined || of?.month === month) && (state === undefined || of?.state === state)
  })
}
