import type { SettingGroup } from '../../../shared/domain/officeSettings'
import { settingFields, type SettingField } from '../../../shared/domain/settingFields'

/** The parts of 设置 in their order; `units` is a table of its own, `password` is done at once and not saved with the rest. */
export const settingSections = ['office', 'units', 'rules', 'labels', 'words', 'lists', 'reminders', 'privacy', 'password'] as const
export type SettingSectionName = (typeof settingSections)[number]

export const sectionGroups: Readonly<Record<SettingSectionName, readonly SettingGroup[]>> = {
  office: ['names'],
  units: [],
  rules: ['rules', 'limits'],
  labels: ['deliveryLabels', 'goalLabels'],
  words: ['words'],
  lists: ['lists', 'assessment'],
  reminders: ['reminders', 'work'],
  privacy: ['privacy'],
  password: [],
}

export function isSection(name: unknown): name is SettingSectionName {
  return settingSections.some((section) => section === name)
}

/** One setting as the screen knows it. */
export interface SettingPlace {
  group: SettingGroup
  name: string
  /** group.name */
  path: string
  field: SettingField
}

export function placesOf(group: SettingGroup): SettingPlace[] {
  return Object.entries<SettingField>(settingFields[group]).map(([name, field]) => ({
    group, name, path: `${group}.${name}`, field,
  }))
}

/** Whether a change shows in today's figures, checks or reminders, so that it is looked at before it is saved. */
export function touchesFigures(path: string): boolean {
  return path.startsWith('rules.') || ['limits.employees', 'limits.jointLimit', 'reminders.electionMonths'].includes(path)
}
