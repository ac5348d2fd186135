import { z } from 'zod'
import { assessmentFormulas } from '../domain/assessment'
import { orgSectors } from '../domain/valueDomain'
import { schemeRecord } from '../record/scheme'
import { read, write } from './define'
import { savedEdit } from './record'

const id = z.number().int().positive()
const points = z.number().nullable()

export const assessmentSheet = z.object({
  scheme: z.object({
    id,
    version: z.number().int(),
    year: z.number().int(),
    name: z.string(),
    total: z.number(),
    /** What the year's points are: those of the items, or the mean of the quarters. */
    yearBy: z.enum(schemeRecord.fields.yearBy.options),
  }),
  items: z.array(
    z.object({
      id,
      sortNo: z.number().int(),
      groupName: z.string(),
      text: z.string(),
      max: z.number(),
      rule: z.string().nullable(),
      formula: z.enum(assessmentFormulas).nullable(),
      /** 考评方式: 查看资料, 实地查看 … */
      itemMethod: z.string().nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      partyOrgId: id,
      name: z.string(),
      unitId: id,
      unitName: z.string(),
      /** As stated, else what its enterprises have in common; null where nothing says it. */
      orgSector: z.enum(orgSectors).nullable(),
      localIndustry: z.string().nullable(),
      /** By item, in the order of the items. */
      scores: z.array(
        z.object({
          schemeItemId: id,
          /** Null until something was typed for it. */
          scoreId: id.nullable(),
          version: z.number().int().nullable(),
          self: points,
          /** As typed; for a computed item it overrules what is computed. */
          final: points,
          /** Computed from the records; null for an item scored by hand or where nothing can be said. */
          computed: points,
          /** The facts behind `computed`, in words. */
          basis: z.string(),
          deduction: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
      self: points,
      /** Σ of what counts for each item (final, else computed); null while nothing counts. */
      final: points,
      /** Items nothing counts for yet. */
      open: z.number().int(),
      /** 第一季度 to 第四季度 as typed; `quarterScoreId` is null until something was. */
      quarters: z.array(
        z.object({ quarterScoreId: id.nullable(), version: z.number().int().nullable(), points }),
      ).length(4),
      /** Halves and note as typed; `yearScoreId` is null until something was. */
      typed: z.object({
        yearScoreId: id.nullable(),
        version: z.number().int().nullable(),
        firstHalf: points,
        secondHalf: points,
        note: z.string().nullable(),
      }),
      /** What counts: as typed, else the mean of the quarters. */
      firstHalf: points,
      secondHalf: points,
      /** 年度总分 by `scheme.yearBy`; grade, rank and averages are of it. */
      year: points,
      grade: z.string().nullable(),
      /** Among all organisations of the sheet. */
      rank: z.number().int().nullable(),
    }),
  ),
  /** By unit in official order, over organisations with points. */
  units: z.array(z.object({ unitName: z.string(), orgs: z.number().int(), average: points })),
  average: points,
})
export type AssessmentSheet = z.infer<typeof assessmentSheet>

export const assessmentCalls = {
  /** Every living organisation with its points under a scheme; computed items as of today (or the year's last day). */
  'assessment.sheet': read(z.object({ schemeId: id }), assessmentSheet),
  /** A scheme of 100 points with the usual items, to be changed as the office likes. */
  'assessment.create': write(
    z.object({
      year: z.number().int().min(2000).max(2100),
      name: z.string().trim().min(1).max(60),
      operator: z.string().trim().max(20).default(''),
    }),
    savedEdit,
  ),
}
