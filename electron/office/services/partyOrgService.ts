import type { TermRow } from '../../../shared/contract/partyOrg'
import { electionReminder, isReported, isTermStated, termDue, yearStanding } from '../../../shared/domain/electionReminder'
import { termEnd } from '../../../shared/domain/election'
import type { Services } from '../dispatch'
import { termRepository, type TermRecord } from '../db/repositories/termRepository'
import type { ServiceContext } from './serviceContext'

/** The elections of the organisations: what is to be asked for today, and the list of a year. */
export function createPartyOrgService(context: ServiceContext): Pick<Services, 'partyOrg.terms'> {
  return {
    async 'partyOrg.terms'({ year, unitIds }) {
      const today = context.ports.clock.today()
      const { reminders } = await context.settings()
      const months = { first: reminders.electionMonths, last: reminders.electionLastMonths }
      const records = await context.gate.read((manager) => termRepository.list(manager, { on: today, unitIds }))
      const rows = records.flatMap((record): TermRow[] => {
        const term = { ...record, type: record.orgType }
        const reminder = electionReminder(term, today, months)
        const yearState = yearStanding(term, year)
        if (!reminder && !yearState) return []
        return [{ ...shown(record), endsOn: termEnd(term), dueOn: termDue(term), reminder, yearState }]
      })
      const unstated = records.filter((record) => {
        const term = { ...record, type: record.orgType }
        return !isTermStated(term) && (termEnd(term) !== null || record.foundedOn === null)
      })
      return { rows: rows.sort(byDue), unstated: unstated.length }
    },
  }
}

function shown(record: TermRecord): Omit<TermRow, 'endsOn' | 'dueOn' | 'reminder' | 'yearState'> {
  const { id, version, name, unitName, secretaryName, secretaryPhone, lastElectionOn, extendedTo } = record
  const { plannedElectionOn, remindedOn, remindedBy, reportedOn } = record
  return {
    id, version, name, unitName, secretaryName, secretaryPhone, lastElectionOn, extendedTo, plannedElectionOn,
    remindedOn, remindedBy,
    reportedOn: isReported(record) ? reportedOn : null,
  }
}

function byDue(a: TermRow, b: TermRow): number {
  const due = ({ reminder, dueOn }: TermRow): string => reminder?.dueOn ?? dueOn ?? ''
  return due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0
}
