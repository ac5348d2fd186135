import { z } from 'zod'
import { electionStates } from '../domain/election'
import { reminderSteps, yearStates } from '../domain/electionReminder'
import { jointBases, orgModes, orgTypes, secretarySources } from '../domain/valueDomain'
import { read } from './define'
import { asOf } from './enterprise'

const text = z.string().nullable()

/** A living 党组织 with its secretary in office, the enterprises it covers on the date, and its term. */
export const partyOrgRow = z.object({
  id: z.number().int(),
  unitName: z.string(),
  name: z.string(),
  orgType: z.enum(orgTypes).nullable(),
  mode: z.enum(orgModes),
  jointBasis: z.enum(jointBases).nullable(),
  parentOrgName: text,
  foundedOn: text,
  lastElectionOn: text,
  termEndsOn: text,
  electionState: z.enum(electionStates).nullable(),
  secretaryName: text,
  secretarySource: z.enum(secretarySources).nullable(),
  secretaryPhone: text,
  coveredCount: z.number().int(),
  coveredEnterprises: z.array(z.string()),
  /** Sum of the covered enterprises' 正式党员; null counts count as 0. */
  formalMembers: z.number().int(),
  unverified: z.boolean(),
})

/** An undissolved 党组织 that is to be reminded now, or has a part in the elections of the asked year. */
export const termRow = z.object({
  id: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  unitName: z.string(),
  secretaryName: text,
  secretaryPhone: text,
  lastElectionOn: text,
  /** The end of the term and the approved extension; the due day is the later one. */
  endsOn: text,
  extendedTo: text,
  dueOn: text,
  plannedElectionOn: text,
  remindedOn: text,
  remindedBy: text,
  /** When the result of the last election was reported; null also for a report of an election before it. */
  reportedOn: text,
  /** What it is to be reminded of today; `reminded` since that step began. */
  reminder: z
    .object({ step: z.enum(reminderSteps), dueOn: z.string(), days: z.number().int(), reminded: z.boolean() })
    .nullable(),
  yearState: z.enum(yearStates).nullable(),
})
export type TermRow = z.infer<typeof termRow>

export const partyOrgCalls = {
  'partyOrg.list': read(z.object({ unitId: z.number().int().optional(), asOf }), z.array(partyOrgRow)),
  /** Reminders of the day and the elections of a year, the earliest due day first (docs/domain.md, terms). */
  'partyOrg.terms': read(
    z.object({ year: z.number().int().min(1900).max(2200), unitIds: z.array(z.number().int()).optional() }),
    z.object({
      rows: z.array(termRow),
      /** Organisations with a term of which neither election nor end was ever stated: nobody can be reminded. */
      unstated: z.number().int(),
    }),
  ),
}
