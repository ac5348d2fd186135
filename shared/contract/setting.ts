import { z } from 'zod'
import { formIds } from '../domain/formId'
import type { OfficeSettings } from '../domain/officeSettings'
import { reportFormats, reportScopes, reportTables } from '../domain/reportSet'
import { deliveryItems, frequencyUnits, goals, operatingStatuses } from '../domain/valueDomain'
import { read, write } from './define'
import { s1Figures } from './statistics'

const text = z.string().trim().max(100)
const count = z.number().int().min(0).max(1_000_000)
const flag = z.boolean()
const words = z.array(text.min(1)).max(200)
/** A word of a closed list → what it is called. */
const wording = z.record(z.string().max(40), text)

const goalKey = z.enum(goals.map((goal) => goal.key))
const deliveryKey = z.enum(deliveryItems.map((item) => item.key))

/**
 * The settings of an office by group, each group one line of the setting table. What a value must be beyond its shape
 * is `checkSettings` of shared/domain/settingRules.
 */
export const officeSettings = z.object({
  names: z.object({ officeName: text, regionName: text }),
  rules: z.object({
    base: z.array(z.enum(operatingStatuses)).readonly(),
    minMembers: count,
    womenCount: flag,
    enterprisesOnly: flag,
    legalPersonsOnly: flag,
    threeHaveOnly: flag,
    baseEmployees: count,
  }),
  limits: z.object({
    employees: count,
    jointLimit: count,
    jumpPercent: count,
    figurePercent: count,
    figureLeast: count,
    sizeBands: z.array(count).max(100),
  }),
  work: z.object({
    activitiesPerQuarter: count,
    telephoneCounts: flag,
    visitTimes: count,
    visitUnit: z.enum(frequencyUnits),
    liaisonLimit: count,
    printPhones: flag,
  }),
  reminders: z.object({
    electionMonths: count,
    electionLastMonths: count,
    followUpFirstDays: count,
    followUpSecondDays: count,
    verificationDays: count,
    outsideCopyDays: count,
  }),
  privacy: z.object({ hidePhones: flag, hideExported: flag, lockMinutes: count }),
  goalLabels: z.record(goalKey, text),
  deliveryLabels: z.record(deliveryKey, text),
  words: z.object({
    operatingStatus: wording,
    delivery: wording,
    enterpriseType: wording,
    unbuiltReason: wording,
    jointBasis: wording,
    secretarySource: wording,
  }),
  lists: z.object({ carriers: words, fundSources: words, localIndustries: words }),
  assessment: z.object({ total: count, grades: z.array(z.object({ name: text, from: count })).max(50) }),
  report: z.object({
    tables: z.array(z.enum(reportTables)).max(50),
    forms: z.array(z.enum(formIds)).max(50),
    scope: z.enum(reportScopes),
    format: z.enum(reportFormats),
  }),
}) satisfies z.ZodType<unknown, OfficeSettings>

const { shape } = officeSettings

/** Some groups, and of a group some settings. */
export const settingChanges = z.object({
  names: shape.names.partial().optional(),
  rules: shape.rules.partial().optional(),
  limits: shape.limits.partial().optional(),
  work: shape.work.partial().optional(),
  reminders: shape.reminders.partial().optional(),
  privacy: shape.privacy.partial().optional(),
  goalLabels: z.partialRecord(goalKey, text).optional(),
  deliveryLabels: z.partialRecord(deliveryKey, text).optional(),
  words: shape.words.partial().optional(),
  lists: shape.lists.partial().optional(),
  assessment: shape.assessment.partial().optional(),
  report: shape.report.partial().optional(),
})

const operator = z.string().trim().max(20).default('')
const number = z.number().int()

/** What a change of the settings would do to the figures of today. */
export const settingPreview = z.object({
  cutOff: z.string(),
  before: s1Figures,
  after: s1Figures,
  /** Units in official order. */
  units: z.array(z.object({ unitId: number, unit: z.string(), before: s1Figures, after: s1Figures })),
  /** Enterprises that would get another coverage status, enter or leave the base, or become or cease to be 应建. */
  changed: z.object({ status: number, inBase: number, eligible: number, any: number }),
  /** Findings of the checks, only where their number would change. */
  checks: z.array(z.object({ code: z.string(), title: z.string(), before: number, after: number })),
  /** Organisations whose term ends soon (即将届满). */
  elections: z.object({ before: number, after: number }),
})
export type SettingPreview = z.infer<typeof settingPreview>

export const settingCalls = {
  'setting.get': read(z.object({}), officeSettings),
  /** Computed with the statistics themselves; writes nothing. `invalid` as `setting.save`. */
  'setting.preview': read(z.object({ settings: settingChanges }), settingPreview),
  /**
   * Saves the given settings and answers all of them. `seen` holds the values the person saw: when one of them has gone
   * on since, the save is refused as `conflict` {reason 'setting', name, current}. `invalid` carries the sentence of
   * each setting its rule refuses, at the path settings, group, name.
   */
  'setting.save': write(
    z.object({ settings: settingChanges, seen: settingChanges.optional(), operator }),
    officeSettings,
  ),
}
