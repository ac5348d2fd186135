import { expect, it } from 'vitest'
import { defaultDataFolder } from './defaultDataFolder'

it('follows the habits of each system', () => {
  expect(defaultDataFolder('linux', {}, '/home/王')).toBe('/home/王/.local/share/双覆盖台账')
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/d' }, '/home/王')).toBe('/d/双覆盖台账')
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'd' }, '/home/王')).toBe('/home/王/.local/share/双覆盖台账')
  expect(defaultDataFolder('darwin', {}, '/Users/w')).toBe('/Users/w/Library/Application Support/双覆盖台账')
  expect(defaultDataFolder('win32', { APPDATA: '/roaming' }, '/w')).toBe('/roaming/双覆盖台账')
})
