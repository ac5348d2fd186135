import { z } from 'zod'
import { electionStates } from '../domain/election'
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
export type PartyOrgRow = z.infer<typeof partyOrgRow>

export const partyOrgCalls = {
  'partyOrg.list': read(z.object({ unitId: z.number().int().optional(), asOf }), z.array(partyOrgRow)),
}
