import { z } from 'zod'
import { coverageStatuses, operatingStatuses } from '../domain/valueDomain'
import { electionStates } from '../domain/election'
import { s1CountColumns } from '../domain/s1'
import { suspectReasons } from '../domain/suspectReason'
import { bytes, day, handsOut, read, write } from './define'
import { ledgerFields, ledgerRow } from './ledgerRow'
import { fieldValue, finding, historyEntry, recordRow, savedEdit } from './record'

/** All conditions must hold. An empty list or absent field means "any". */
export const enterpriseFilter = z.object({
  /** Words divided by blanks, all of which must occur: name, former name, code, address, people, pinyin or its initials. */
  search: z.string().max(100).optional(),
  unitIds: z.array(z.number().int()).optional(),
  operatingStatuses: z.array(z.enum(operatingStatuses)).optional(),
  coverage: z.array(z.enum(coverageStatuses)).optional(),
  isAboveScale: z.boolean().optional(),
  /** 从业人员规模: lower bounds of bands of the setting, null for 未填; a bound the setting does not have finds nobody. */
  sizeBands: z.array(z.number().int().min(0).nullable()).optional(),
  /** The enterprises counted in this column of table S1, so that every figure opens its list. */
  figure: z.enum(s1CountColumns).optional(),
  /** The enterprises behind a figure of one of the tables S1–S14 (shared/domain/statistics/figureRef.ts). */
  countedIn: z.string().max(1000).optional(),
})
export type EnterpriseFilter = z.infer<typeof enterpriseFilter>

export const enterpriseSort = z.object({
  column: z.enum(['unitName', 'status', 'inBase', 'updatedAt', 'sizeBand', ...ledgerFields.keyof().exclude(['unitName']).options]),
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
  /** As `record.history` tells it. */
  history: z.array(historyEntry),
})
export type EnterpriseDetail = z.infer<typeof enterpriseDetail>

const suspect = z.object({
  id: z.number().int(),
  name: z.string(),
  unitName: z.string(),
  creditCode: z.string().nullable(),
  address: z.string().nullable(),
})

/** What a merge would do beside the facts of the enterprise itself. */
export const mergePreview = z.object({
  /** Records that go over to the kept enterprise, by kind. */
  moves: z.array(z.object({ kindLabel: z.string(), count: z.number().int() })),
  /** Records of the other one that go to the recycle bin, for the kept one has such a record already. */
  drops: z.array(z.object({ kindLabel: z.string(), name: z.string() })),
  findings: z.array(finding),
})
export type MergePreview = z.infer<typeof mergePreview>

/** YYYY-MM-DD; today when absent. */
export const asOf = day.optional()

const ledgerQuestion = z.object({
  filter: enterpriseFilter.default({}),
  sort: enterpriseSort.nullable().default(null),
  asOf,
})

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
  /** enterprise.page with the records behind the rows, to be edited; what the ledger shows of others is `computed`. */
  'enterprise.sheet': read(
    ledgerQuestion.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(5000).default(100) }),
    z.object({ total: z.number().int(), rows: z.array(recordRow) }),
  ),
  'enterprise.sheetRow': read(z.object({ id: z.number().int(), asOf }), recordRow),
  /** What the sheet shows, as a workbook: the given columns in their order. */
  'enterprise.sheetExport': handsOut(read(
    ledgerQuestion.extend({
      title: z.string().trim().min(1).max(60),
      columns: z.array(z.object({ field: z.string(), header: z.string().max(60) })).min(1).max(150),
    }),
    z.object({ fileName: z.string(), bytes, rows: z.number().int() }),
  )),
  /** Pairs of living enterprises that may be one, the surest first; all, or those of one enterprise. */
  'enterprise.suspects': read(
    z.object({
      enterpriseId: z.number().int().optional(),
      unitIds: z.array(z.number().int()).optional(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      total: z.number().int(),
      pairs: z.array(z.object({ reason: z.enum(suspectReasons), one: suspect, other: suspect })),
    }),
  ),
  /** Says of two enterprises that they are not one; they are suspected again when one changes its name or codes. */
  'enterprise.tellApart': write(
    z.object({ oneId: z.number().int().positive(), otherId: z.number().int().positive(), operator: z.string().trim().max(20).default('') }),
    savedEdit,
  ),
  /** What was said so, the latest first; it is taken back by removing the record of kind distinction. */
  'enterprise.apart': read(
    z.object({ enterpriseId: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(200) }),
    z.object({
      total: z.number().int(),
      rows: z.array(
        z.object({
          id: z.number().int(),
          one: suspect,
          other: suspect,
          decidedOn: z.string(),
          decidedBy: z.string().nullable(),
          /** The name or a code of one has changed since, so that it no longer holds. */
          overtaken: z.boolean(),
        }),
      ),
    }),
  ),
  'enterprise.mergePreview': read(
    z.object({ keepId: z.number().int(), dropId: z.number().int(), values: z.record(z.string(), fieldValue) }),
    mergePreview,
  ),
}
