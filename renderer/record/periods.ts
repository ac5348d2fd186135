/** The first and the last day of a period, YYYY-MM-DD. */
export interface Period {
  from: string
  to: string
}

export const periodNames = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const
export type PeriodName = (typeof periodNames)[number]

const lengths = { Year: 12, Quarter: 3, Month: 1 }

/** The period of that name around `today` (YYYY-MM-DD). */
export function periodOf(name: PeriodName, today: string): Period {
  const length = name.endsWith('Year') ? lengths.Year : name.endsWith('Quarter') ? lengths.Quarter : lengths.Month
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const first = month - (month % length) - (name.startsWith('last') ? length : 0)
  return { from: `${yearMonth(first)}-01`, to: lastDay(first + length - 1) }
}

function yearMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

function lastDay(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
  return `${yearMonth(month)}-${days}`
}
