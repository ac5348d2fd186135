import { nationalRules, type CoverageRules } from './coverage'
import { nationalWords, type OwnWords } from './ownWords'
import { usualReport, type ReportSet } from './reportSet'
import { deliveryItems, goals, type DeliveryItem, type FrequencyUnit, type Goal } from './valueDomain'

/** Thresholds of the checks that differ by place (docs/domain.md, thresholds). */
export interface CheckLimits {
  /** V-25: 从业人员 from which an unbuilt enterprise is listed. */
  employees: number
  /** V-30: enterprises one joint organisation should cover at most. */
  jointLimit: number
  /** V-43: by how many per cent a return may differ from the ledger before its reason is asked for. */
  jumpPercent: number
  /** V-48: by how many per cent a figure of an enterprise may differ from the last locked period … */
  figurePercent: number
  /** … where it differs by so much at least, in its own unit. */
  figureLeast: number
}
export const nationalLimits: CheckLimits = { employees: 50, jointLimit: 5, jumpPercent: 20, figurePercent: 50, figureLeast: 5 }

/** A grade of the yearly assessment, given from so many points on. */
export interface GradeBand {
  name: string
  from: number
}

/** What a district decides for itself (docs/domain.md 9.17): a group is one line of the setting table. */
export interface OfficeSettings {
  /** '' until the office has been set up. */
  names: { officeName: string; regionName: string }
  rules: CoverageRules
  limits: CheckLimits & {
    /** Lower bounds of the bands of 从业人员 above the first: 10, 50 → under 10, 10–49, 50 and more. */
    sizeBands: number[]
  }
  work: {
    /** 六有: activities in a quarter from which an enterprise is proposed as 有活动. */
    activitiesPerQuarter: number
    /** Whether a visit by telephone fulfils the visits asked for. */
    telephoneCounts: boolean
    /** Visits asked of a new assignment: `visitTimes` in each `visitUnit`. */
    visitTimes: number
    visitUnit: FrequencyUnit
    /** Enterprises one 指导员 or 联络员 is proposed for at most, those of today counted in. */
    liaisonLimit: number
    /** Whether cards of enterprises and visits are printed with telephone numbers. */
    printPhones: boolean
  }
  reminders: {
    /** Months before the end of a term: 即将届满 begins; the second reminder. */
    electionMonths: number
    electionLastMonths: number
    /** Days after an enterprise was founded on which it is looked at. */
    followUpFirstDays: number
    followUpSecondDays: number
    /** Days after which a record nobody verified is asked about. */
    verificationDays: number
    /** Days after which a copy to another disk is asked for. */
    outsideCopyDays: number
  }
  privacy: {
    /** Telephones are shown as 138****0000 until somebody asks to see them. */
    hidePhones: boolean
    /** Files that are handed out hide them too, unless the person chooses otherwise. */
    hideExported: boolean
    /** Minutes without input after which the screen of a ledger with a 口令 is locked; 0: never. */
    lockMinutes: number
  }
  goalLabels: Record<Goal, string>
  deliveryLabels: Record<DeliveryItem, string>
  /** What the words of closed lists are called. */
  words: OwnWords
  /** Words offered where a field takes free text, in the order offered. */
  lists: { carriers: string[]; fundSources: string[]; localIndustries: string[] }
  /** 百分考核: full marks, and the grades from the highest down; the last one begins at 0. */
  assessment: { total: number; grades: GradeBand[] }
  /** 成套报表: what belongs to the set. */
  report: ReportSet
}

export type SettingGroup = keyof OfficeSettings

/** Some groups, and of a group some settings: what is to be changed. */
export type SettingChanges = { [G in SettingGroup]?: Partial<OfficeSettings[G]> | undefined }

/** The values in force where a district has set none of its own. */
export const nationalSettings: OfficeSettings = {
  names: { officeName: '', regionName: '' },
  rules: nationalRules,
  limits: { ...nationalLimits, sizeBands: [10, 50, 100, 300] },
  work: { activitiesPerQuarter: 1, telephoneCounts: true, visitTimes: 1, visitUnit: '季', liaisonLimit: 10, printPhones: true },
  reminders: {
    electionMonths: 6,
    electionLastMonths: 2,
    followUpFirstDays: 30,
    followUpSecondDays: 90,
    verificationDays: 180,
    outsideCopyDays: 7,
  },
  privacy: { hidePhones: true, hideExported: false, lockMinutes: 15 },
  goalLabels: labelsOf(goals),
  deliveryLabels: labelsOf(deliveryItems),
  words: nationalWords,
  lists: {
    carriers: ['双争双强', '一个党员一面旗', '党员先锋岗', '党员责任区', '党员示范车间', '主题党日', '志愿服务'],
    fundSources: ['企业投入', '党费返还', '财政列支', '其他'],
    localIndustries: ['工业', '建筑业', '商贸业', '食品', '药业', '服务业', '专业合作社', '民办学校', '民办医院', '其他'],
  },
  assessment: {
    total: 100,
    grades: [
      { name: '优秀', from: 90 },
      { name: '良好', from: 80 },
      { name: '一般', from: 60 },
      { name: '较差', from: 0 },
    ],
  },
  report: usualReport,
}

function labelsOf<K extends string>(items: readonly { key: K; label: string }[]): Record<K, string> {
  return Object.fromEntries(items.map(({ key, label }) => [key, label])) as Record<K, string>
}

/** `settings` with the changes in place of what they name. */
export function withChanges(settings: OfficeSettings, changes: SettingChanges): OfficeSettings {
  const { names, rules, limits, work, reminders, privacy, goalLabels, deliveryLabels, words, lists, assessment, report } = settings
  return {
    names: { ...names, ...changes.names },
    rules: { ...rules, ...changes.rules },
    limits: { ...limits, ...changes.limits },
    work: { ...work, ...changes.work },
    reminders: { ...reminders, ...changes.reminders },
    privacy: { ...privacy, ...changes.privacy },
    goalLabels: { ...goalLabels, ...changes.goalLabels },
    deliveryLabels: { ...deliveryLabels, ...changes.deliveryLabels },
    words: { ...words, ...changes.words },
    lists: { ...lists, ...changes.lists },
    assessment: { ...assessment, ...changes.assessment },
    report: { ...report, ...changes.report },
  }
}

/** One setting that differs between two sets of them. */
export interface SettingDifference {
  group: SettingGroup
  name: string
  before: unknown
  after: unknown
}

/** Every setting whose value differs, in the order of the groups. */
export function settingDifferences(before: OfficeSettings, after: OfficeSettings): SettingDifference[] {
  return settingGroups.flatMap((group) => {
    const old: Readonly<Record<string, unknown>> = { ...before[group] }
    return Object.entries(after[group]).flatMap(([name, value]) =>
      sameSetting(old[name], value) ? [] : [{ group, name, before: old[name], after: value }],
    )
  })
}

export const settingGroups = Object.keys(nationalSettings) as SettingGroup[]

/** Values of settings are JSON, and lists count in their order. */
export function sameSetting(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The grade points earn; null below the lowest. */
export function gradeOf(points: number, grades: readonly GradeBand[]): string | null {
  return grades.find((grade) => points >= grade.from)?.name ?? null
}
