import type { RouteLocationRaw } from 'vue-router'
import type { Home } from '../../../shared/contract/statistics'
import { ledgerLink } from '../../composables/ledgerQuery'
import { homeText } from '../../text/home'

export interface TodoItem {
  key: string
  text: string
  note?: string
  count: number
  unit: string
  urgent: boolean
  /** What the count opens: a list of enterprises, or one of the dialogs of the page. */
  opens: { to: RouteLocationRaw } | { elections: string } | 'emptyUnits' | 'unverified'
  /** A page that proposes what to do about it. */
  proposal?: { to: RouteLocationRaw; label: string }
}

/** Checks whose findings are the first two to-dos, there counted over 实体运营 and here over all: shown once. */
const toldAbove = ['V-23', 'V-35']

export function openChecks(home: Home): Home['checks'] {
  return home.checks.filter((check) => !toldAbove.includes(check.code))
}

/** The work the figures point at, most urgent first; what has nothing to do is left out. */
export function todoItems(home: Home): TodoItem[] {
  const text = homeText.todo
  const elections = (state: string): number => home.elections.filter((org) => org.state === state).length
  const items: TodoItem[] = [
    { key: 'due', text: text.due, count: home.total.M, unit: text.enterprises, urgent: true,
      opens: { to: ledgerLink({ figure: 'M' }) } },
    { key: 'uncovered', text: text.uncovered, count: home.total.U, unit: text.enterprises, urgent: true,
      opens: { to: ledgerLink({ figure: 'U' }) }, proposal: { to: { name: 'liaisonProposal' }, label: text.assign } },
    { key: 'overdue', text: text.overdue, count: elections('届满未换'), unit: text.orgs, urgent: true,
      opens: { elections: '届满未换' } },
    { key: 'soon', text: text.soon, count: elections('即将届满'), unit: text.orgs, urgent: false,
      opens: { elections: '即将届满' } },
    { key: 'unverified', text: text.unverified, note: text.unverifiedNote, count: home.unverifiedOrgs,
      unit: text.orgs, urgent: false, opens: 'unverified' },
    { key: 'emptyUnits', text: text.emptyUnits, count: home.emptyUnits.length, unit: text.units, urgent: false,
      opens: 'emptyUnits' },
  ]
  return items.filter((item) => item.count > 0)
}
