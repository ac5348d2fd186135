import { quarterLabel, quarterStep } from '../../../shared/domain/quarter'

/** The quarter of a day and the seven before it, the latest first, and before them another one that is asked for. */
export function recentQuarters(today: string, asked: string): string[] {
  const present = quarterLabel(today)
  const recent = Array.from({ length: 8 }, (_, back) => quarterStep(present, -back))
  return recent.includes(asked) ? recent : [asked, ...recent]
}
