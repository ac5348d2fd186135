import type { FormRow } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { orgFields, orgRecords, termFields } from './orgRecords'

/** F12: one row an organisation with where its term stands, and its election of the year once it was held. */
export const f12Rows: ReadFormRows = async (manager, scene) =>
  (await orgRecords(manager, scene)).map((record): FormRow => {
    const { org, values, formalMembers, standing } = record
    return {
      ...orgFields(values, {
        remindedOn: 'remindedOn', remindedBy: 'remindedBy', extensionNo: 'extensionNo', extendedTo: 'extendedTo',
        plannedElectionOn: 'plannedElectionOn', electionMethod: 'electionMethod', note: 'note',
      }),
      ...termFields(record),
      recordId: org.id,
      recordVersion: record.version,
      unitName: org.unitName,
      partyOrgName: org.name,
      orgType: org.orgType,
      orgFormalMembers: formalMembers,
      daysToTermEnd: standing?.days ?? null,
      electedOn: org.lastElectionOn?.startsWith(`${scene.year}-`) ? org.lastElectionOn : null,
    }
  })
