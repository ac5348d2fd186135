import { describe, expect, it } from 'vitest'
import { nationalSettings } from '../../../shared/domain/officeSettings'
import { settingKeys, settingsOf } from './settings'

const stored = (key: string, value: unknown) => settingsOf(new Map([[key, value]]))

describe('what is stored', () => {
  it('counts where its shape and its rule allow', () => {
    const settings = stored(settingKeys.rules, { minMembers: 5, womenCount: true })
    expect(settings.rules).toEqual({ ...nationalSettings.rules, minMembers: 5, womenCount: true })
    expect({ ...settings, rules: nationalSettings.rules }).toEqual(nationalSettings)
  })

  it('counts setting by setting: one that is bad does not take the others with it', () => {
    const settings = stored(settingKeys.rules, { minMembers: 'many', base: ['正常经营', '筹建'], forgotten: 1, baseEmployees: -4 })
    expect(settings.rules).toEqual({ ...nationalSettings.rules, base: ['正常经营', '筹建'] })
  })

  it.each([[null], ['text'], [[1, 2]], [7], [{ rules: {} }]])('of another shape leaves the national values: %o', (value) => {
    for (const key of [settingKeys.rules, settingKeys.goalLabels, settingKeys.assessment]) {
      expect(stored(key, value)).toEqual(nationalSettings)
    }
  })

  it('that contradicts itself leaves the national values of its group', () => {
    expect(stored(settingKeys.reminders, { electionMonths: 2, electionLastMonths: 6 })).toEqual(nationalSettings)
    expect(stored(settingKeys.goalLabels, { fund: '有组织' })).toEqual(nationalSettings)
  })

  it('names the office even before it is named', () => {
    expect(stored(settingKeys.names, { officeName: '示范区委非公工委' }).names).toEqual({
      officeName: '示范区委非公工委',
      regionName: '',
    })
  })
})
