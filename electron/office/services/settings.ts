import { z } from 'zod'
import { officeSettings, settingChanges } from '../../../shared/contract/setting'
import {
  nationalSettings,
  sameSetting,
  settingGroups,
  withChanges,
  type OfficeSettings,
  type SettingGroup,
} from '../../../shared/domain/officeSettings'
import { settingField } from '../../../shared/domain/settingFields'
import { checkSetting, checkSettings } from '../../../shared/domain/settingRules'
import type { EntityManager } from '../db/gate'
import { settingRepository } from '../db/repositories/settingRepository'

/** Keys of the setting table. */
export const settingKeys = {
  names: 'office.names',
  rules: 'coverage.rules',
  limits: 'check.limits',
  work: 'work.norms',
  reminders: 'work.reminders',
  privacy: 'privacy.phones',
  goalLabels: 'labels.goals',
  deliveryLabels: 'labels.deliveries',
  words: 'word.own',
  lists: 'word.lists',
  assessment: 'assessment.norms',
  report: 'report.set',
  view: (key: string) => `view.${key}`,
} satisfies Record<SettingGroup, string> & { view: (key: string) => string }

/** What the office is called, as first set up; absent before. */
export const officeNames = officeSettings.shape.names

const storedGroup = z.record(z.string(), z.unknown())

/** The settings in force: what the office set, the national values for the rest. */
export async function readSettings(manager: EntityManager): Promise<OfficeSettings> {
  const keys = settingGroups.map((group) => settingKeys[group])
  return settingsOf(await settingRepository.several(manager, keys))
}

/**
 * The settings of stored groups by key. Whatever has an unknown or outgrown shape, or is refused by its rule, counts as
 * never set.
 */
export function settingsOf(stored: ReadonlyMap<string, unknown>): OfficeSettings {
  let settings = nationalSettings
  for (const group of settingGroups) {
    const values = storedGroup.safeParse(stored.get(settingKeys[group])).data ?? {}
    for (const [name, value] of Object.entries(values)) {
      const field = settingField(group, name)
      const change = settingChanges.safeParse({ [group]: { [name]: value } })
      if (field && change.success && checkSetting(field, value) === null) settings = withChanges(settings, change.data)
    }
  }
  // What is left contradicts another setting of its group, and either may be the wrong one.
  const torn = new Set(checkSettings(settings).map(({ group }) => group))
  torn.delete('names')
  const national = Object.entries(nationalSettings).filter(([group]) => torn.has(group as SettingGroup))
  return { ...settings, ...Object.fromEntries(national) }
}

/** Stores what differs from the national values, so that the rest goes on following them. Call inside `gate.write`. */
export async function writeSettings(
  manager: EntityManager,
  settings: OfficeSettings,
  groups: Iterable<SettingGroup>,
  at: string,
): Promise<void> {
  for (const group of groups) {
    const national: Readonly<Record<string, unknown>> = { ...nationalSettings[group] }
    const own = Object.entries(settings[group]).filter(([name, value]) => !sameSetting(value, national[name]))
    await settingRepository.put(manager, settingKeys[group], Object.fromEntries(own), at)
  }
}
