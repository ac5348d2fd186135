import { z } from 'zod'
import { coverageStatuses, operatingStatuses } from '../domain/valueDomain'
import { electionStates } from '../domain/election'
import { s1CountColumns } from '../domain/s1'
import { read } from './define'
import { ledgerFields, ledgerRow } from './ledgerRow'

/** All conditions must hold. An empty list or absent field means "any". */
export const enterpriseFilter = z.object({
  /** Words divided by blanks, all of which must occur: name, former name, code, address, people, pinyin or its initials. */
  search: z.string().max(100).optional(),
  unitIds: z.array(z.number().int()).optional(),
  operatingStatuses: z.array(z.enum(operatingStatuses)).optional(),
  coverage: z.array(z.enum(coverageStatuses)).optional(),
  isAboveScale: z.boolean().optional(),
  /** The enterprises counted in this column of table S1, so that every figure opens its list. */
  figure: z.enum(s1CountColumns).optional(),
})
export type EnterpriseFilter = z.infer<typeof enterpriseFilter>

export const enterpriseSort = z.object({
  column: z.enum(['unitName', 'status', 'inBase', 'updatedAt', ...ledgerFields.keyof().exclude(['unitName']).options]),
  descending: z.boolean(),
})
export type EnterpriseSort = z.infer<typeof enterpriseSort>

export const enterpriseDetail = z.object({
  row: ledgerRow,
  registeredAddress: z.string().nullable(),
  formerNames: z.array(z.string()),
  /** Facts that led to the status, one sentence each, in the order they were decided. */
  reasons: z.array(z.string()),
  partyOrg: z
    .object({
      id: z.number().int(),
      name: z.string(),
      unitName: z.string(),
      /** Proposed on import, not yet confirmed by a person (待核实). */
      unverified: z.boolean(),
      /** Enterprises covered on the date, this one included. */
      covered: z.array(z.object({ id: z.number().int(), name: z.string() })),
      electionState: z.enum(electionStates).nullable(),
      /** Negative when overdue; null without a term. */
      daysToTermEnd: z.number().int().nullable(),
      overdueMoreThanYear: z.boolean(),
    })
    .nullable(),
  coverages: z.array(
    z.object({ partyOrgName: z.string(), since: z.string().nullable(), until: z.string().nullable() }),
  ),
  assignments: z.array(
    z.object({ liaisonName: z.string(), kind: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  history: z.array(
    z.object({
      at: z.string(),
      operator: z.string(),
      action: z.string(),
      changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
})
export type EnterpriseDetail = z.infer<typeof enterpriseDetail>

/** YYYY-MM-DD; today when absent. */
export const asOf = z.iso.date().optional()

export const enterpriseCalls = {
  'enterprise.page': read(
    z.object({
      filter: enterpriseFilter.default({}),
      sort: enterpriseSort.nullable().default(null),
      asOf,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(ledgerRow) }),
  ),
  'enterprise.get': read(z.object({ id: z.number().int(), asOf }), enterpriseDetail),
}
