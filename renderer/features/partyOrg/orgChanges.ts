import type { RecordChange, RecordRow } from '../../../shared/contract/record'
import type { ChangeValues } from '../../record/useChangeForm'

/** The changes that an act on an organisation consists of, each one edit; the dates and rules are the office's to judge. */

type Known = Pick<RecordRow, 'id' | 'version' | 'values'>

/** What is cleared with an election: it all spoke of the term that ended. */
const endedTerm = {
  termEndsOn: null, extendedTo: null, extensionNo: null, plannedElectionOn: null, remindedOn: null, remindedBy: null,
  reportedOn: null,
}

/** Values whose keys begin with `kind.`, by the name of the field. */
export function valuesOf(kind: string, values: ChangeValues): RecordChange['values'] {
  const prefix = `${kind}.`
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]),
  ) as RecordChange['values']
}

/** 换届: a new term, and where a new secretary is named, the former one's last day is that of the election. */
export function electionChanges(org: Known, current: Known | undefined, values: ChangeValues): RecordChange[] {
  const { version, id } = org
  const electedOn = values['partyOrg.lastElectionOn'] ?? null
  const changes: RecordChange[] = [{ kind: 'partyOrg', id, version, values: { ...valuesOf('partyOrg', values), ...endedTerm } }]
  return isNewSecretary(current, values) ? [...changes, ...successorChanges(id, current, { ...values, 'secretaryTerm.since': electedOn })] : changes
}

/** The name of the one in office means that he goes on. */
function isNewSecretary(current: Known | undefined, values: ChangeValues): boolean {
  const name = values['secretaryTerm.name']
  return typeof name === 'string' && name !== '' && name !== current?.values['name']
}

/** A secretary takes over from the one in office, if there is one, on the day his term begins. */
export function successorChanges(partyOrgId: number, current: Known | undefined, values: ChangeValues): RecordChange[] {
  const since = values['secretaryTerm.since'] ?? null
  const added: RecordChange = { kind: 'secretaryTerm', id: -1, values: { ...valuesOf('secretaryTerm', values), partyOrgId } }
  return current ? [{ kind: 'secretaryTerm', id: current.id, version: current.version, values: { until: since as string | null } }, added] : [added]
}

/** Enterprises that come under an organisation on a day. `partyOrgId` is negative for one that is new itself. */
export function memberChanges(partyOrgId: number, enterpriseIds: readonly number[], since: string | null): RecordChange[] {
  return enterpriseIds.map((enterpriseId, index) => ({ kind: 'coverage', id: -1 - index, values: { partyOrgId, enterpriseId, since } }))
}

/** Asks the rules of an organisation without changing it. */
export function orgAsIs(id: number): RecordChange[] {
  return [{ kind: 'partyOrg', id, values: {} }]
}

/** A new organisation with its enterprises and its secretary; blank fields of a secretary nobody named are left out. */
export function newOrgChanges(enterpriseIds: readonly number[], values: ChangeValues): RecordChange[] {
  const since = values['coverage.since'] ?? values['partyOrg.foundedOn'] ?? null
  const org: RecordChange = { kind: 'partyOrg', id: -1, values: valuesOf('partyOrg', values) }
  const members = memberChanges(-1, enterpriseIds, since as string | null)
  const named = typeof values['secretaryTerm.name'] === 'string' && values['secretaryTerm.name'] !== ''
  if (!named) return [org, ...members]
  const begins = values['secretaryTerm.since'] ?? since
  return [org, ...members, ...successorChanges(-1, undefined, { ...values, 'secretaryTerm.since': begins })]
}
