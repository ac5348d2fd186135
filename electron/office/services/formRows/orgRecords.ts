import { defaultTermYears, type ElectionStanding } from '../../../../shared/domain/election'
import type { FieldValue } from '../../../../shared/record/field'
import type { EntityManager } from '../../db/gate'
import { orgRepository, type OrgRecord } from '../../db/repositories/orgRepository'
import { workRepository } from '../../db/repositories/workRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import { chasedStanding } from '../describeOrg'
import type { FormScene } from './formScene'
import { plainValue } from './recordValue'

export interface FormOrg {
  org: OrgRecord
  version: number
  values: Readonly<Record<string, FieldValue>>
  /** 党员 of the enterprises it covers; as stated for itself where it covers none. */
  formalMembers: number | null
  probationaryMembers: number | null
  /** Null where nobody stated an election or the end of a term. */
  standing: ElectionStanding | null
}

/** Organisations of the scene that are neither removed nor dissolved, in official order of their units. */
export async function orgRecords(manager: EntityManager, { asOf, unitId, settings }: FormScene): Promise<FormOrg[]> {
  const orgs = (await orgRepository.list(manager, { asOf })).filter((org) => unitId === null || org.unitId === unitId)
  const ids = orgs.map(({ id }) => id)
  const records = readRecords(manager, 'partyOrg', ids)
  const members = new Map((await workRepository.orgMembers(manager, ids, asOf)).map((sums) => [sums.id, sums]))
  return orgs.map((org): FormOrg => {
    const record = records.get(org.id)
    const values = record?.values ?? {}
    const stated = (field: string): number | null => {
      const value = values[field]
      return typeof value === 'number' ? value : null
    }
    return {
      org,
      version: record?.version ?? 0,
      values,
      formalMembers: members.get(org.id)?.formalMembers ?? stated('formalMembersStated'),
      probationaryMembers: members.get(org.id)?.probationaryMembers ?? stated('probationaryStated'),
      standing: chasedStanding(org, asOf, settings.reminders.electionMonths),
    }
  })
}

/** What F03 and F12 say of a term: as stated, else as it follows from type and last election. */
export function termFields({ org, standing }: FormOrg): FormRow {
  return {
    lastElectionOn: org.lastElectionOn,
    termYears: org.termYears ?? (org.orgType && defaultTermYears(org.orgType)),
    termEndsOn: standing?.endsOn ?? null,
    electionState: standing?.state ?? null,
  }
}

/** Fields a form takes from the organisation's record under other names. */
export function orgFields(values: FormOrg['values'], fields: Readonly<Record<string, string>>): FormRow {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plainValue(values, field)]))
}
