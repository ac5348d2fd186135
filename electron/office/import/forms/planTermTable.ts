import { textOf, type DraftRecord } from './draftLedger'
import { notFound, orgFinder } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { endFormerTerm, withoutComputedTerm } from './orgTerm'
import { refuseRepeated } from './refuseRepeated'
import { statedValues, type FieldLinks } from './statedValues'

const links: FieldLinks = {
  termYears: 'termYears', lastElectionOn: 'lastElectionOn', termEndsOn: 'termEndsOn', remindedOn: 'remindedOn', remindedBy: 'remindedBy', extensionNo: 'extensionNo',
  extendedTo: 'extendedTo', plannedElectionOn: 'plannedElectionOn', electionMethod: 'electionMethod', note: 'note',
}

/** What a row says of the term that an election held since has ended. */
const formerTerm = ['termEndsOn', 'extendedTo', 'extensionNo', 'plannedElectionOn', 'remindedOn', 'remindedBy']

/** F12: terms, reminders, extensions and elections of organisations. */
export const planTermTable: FormPlanner = ({ ledger, policy }) => {
  const orgs = orgFinder(ledger)
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['partyOrgName'])
    const found = issuedOr(scene, row, () => orgs.find(name, row.unit))
    if (!found.record) return draft.refuse('partyOrgName', 'V-46', notFound('党组织', name, found, '登记该党组织(F03)，或核对名称'))
    const org = found.record
    const first = entryOf.get(org)
    if (first) return refuseRepeated(draft, 'partyOrgName', `“${name}”`, first)
    entryOf.set(org, draft.entry)
    draft.place(org, links)
    if (policy === 'add') {
      draft.look(org)
      return draft.done(org, textOf(org, 'name') ?? name)
    }
    let stated = statedValues('partyOrg', values, links)
    const elected = statedValues('partyOrg', values, { lastElectionOn: 'electedOn' })['lastElectionOn']
    const before = stated['lastElectionOn']?.value ?? org.values['lastElectionOn'] ?? null
    if (elected && String(elected.value) > String(before ?? '')) {
      stated = { ...Object.fromEntries(Object.entries(stated).filter(([field]) => !formerTerm.includes(field))), lastElectionOn: elected }
    }
    stated = withoutComputedTerm(stated, org)
    endFormerTerm(draft, org, stated)
    draft.change(org, stated)
    return draft.done(org, textOf(org, 'name') ?? name)
  }
}
