import type { RecordRow } from '../../../shared/contract/record'
import type { Tone } from '../../record/gridColumns'
import { meetingText } from '../../text/meeting'

/** How a task stands to its deadline, in words; null for one that is finished or has none. */
export interface Standing {
  words: string
  tone: Tone
}

const soon = 7

export function standingOf({ values }: Pick<RecordRow, 'values'>, today: string): Standing | null {
  const { deadline, state } = values
  if (typeof deadline !== 'string' || state === '已办结') return null
  const days = Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000)
  if (days < 0) return { words: meetingText.overdue(-days), tone: 'bad' }
  return { words: meetingText.left(days), tone: days <= soon ? 'warn' : 'plain' }
}

/** The date with how the task stands to it behind. */
export function drawDeadline(date: string, standing: Standing | null): HTMLElement {
  const cell = document.createElement('span')
  cell.append(date)
  if (!standing) return cell
  const tag = document.createElement('span')
  tag.className = `status-tag tone-${standing.tone}`
  tag.textContent = standing.words
  cell.append(' ', tag)
  return cell
}
