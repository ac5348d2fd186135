import type { RecordRow } from '../../../shared/contract/record'
import type { Tone } from '../../record/gridColumns'
import { meetingText } from '../../text/meeting'

const soon = 7

/** Days until the deadline of a decision that is not finished; null for one that is or that has none. */
export function daysLeft({ values }: Pick<RecordRow, 'values'>, today: string): number | null {
  const { deadline, state } = values
  if (typeof deadline !== 'string' || state === '已办结') return null
  return Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000)
}

export function standingText(row: Pick<RecordRow, 'values'>, today: string): string {
  const days = daysLeft(row, today)
  if (days === null) return ''
  return days < 0 ? meetingText.overdue(-days) : meetingText.left(days)
}

export function standingTone(row: Pick<RecordRow, 'values'>, today: string): Tone | null {
  const days = daysLeft(row, today)
  if (days === null) return null
  return days < 0 ? 'bad' : days <= soon ? 'warn' : 'plain'
}
