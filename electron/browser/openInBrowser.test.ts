import { expect, it } from 'vitest'
import { openerOf } from './openInBrowser'

it('knows what opens an address on each system, and that a bare Linux has nothing', () => {
  expect(openerOf('win32', {})?.[0]).toBe('rundll32')
  expect(openerOf('darwin', {})).toEqual(['open'])
  expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
  expect(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
  expect(openerOf('linux', {})).toBeUndefined()
})
