import { daysBetween } from '../../../../shared/domain/calendarDate'
import { defaultTermYears, termEnd } from '../../../../shared/domain/election'
import { electionReminder, isTermStated, termDue } from '../../../../shared/domain/electionReminder'
import { termRepository, type TermRecord } from '../../db/repositories/termRepository'
import { OfficeError } from '../../officeError'
import { electionLetter } from '../../print/electionLetter'
import type { LetterSpec } from '../../print/letterSpec'
import type { ServiceContext } from '../serviceContext'
import type { Printable } from './printable'

/**
 * 换届提示函 to each of the organisations: of what it is to be reminded of today, else of the end of its term, as letters
 * that go out at the beginning of a year are. Those without a stated term get none.
 */
export async function electionLettersOf(context: ServiceContext, { ids }: { ids: readonly number[] }): Promise<Printable> {
  const { names, reminders } = await context.settings()
  const today = context.ports.clock.today()
  const months = { first: reminders.electionMonths, last: reminders.electionLastMonths }
  const all = new Map((await context.gate.read((manager) => termRepository.list(manager, { on: today }))).map((record) => [record.id, record]))
  const asked = ids.flatMap((id) => all.get(id) ?? [])
  const letters = asked.flatMap((record): LetterSpec[] => {
    const term = { ...record, type: record.orgType }
    const [endsOn, dueOn] = [termEnd(term), termDue(term)]
    if (!isTermStated(term) || endsOn === null || dueOn === null) return []
    const reminder = electionReminder(term, today, months) ?? { step: '发提醒函' as const, dueOn, days: daysBetween(today, dueOn) }
    return [electionLetter({ org: { ...record, endsOn, termYears: yearsOf(record) }, reminder, office: names.officeName, today, requestMonths: months.last })]
  })
  const [first] = letters
  if (!first) throw new OfficeError('invalid', { reason: 'no-letter' })
  const named = letters.length === 1 ? (first.addressee ?? '') : `${letters.length}个党组织`
  const name = `换届提示函_${named}_${today}`.replace(/[*?:\\/"<>|]/g, ' ')
  return { title: name, fileName: name, rows: letters.length, content: { shape: 'letters', letters } }
}

function yearsOf({ termYears, orgType }: TermRecord): number | null {
  return termYears ?? defaultTermYears(orgType)
}
