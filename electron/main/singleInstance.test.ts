import { expect, it } from 'vitest'
import { takeSingleInstance } from './singleInstance'
import { createFakeElectron } from './testing/fakeElectron'

it('calls the open window to the front when the app is started again', async () => {
  const { fake, electron } = createFakeElectron({})
  expect(takeSingleInstance(electron.app, () => fake.window())).toBe(true)
  fake.app.emit('second-instance', {}, [], '/', undefined)
  await fake.app.becomeReady()
  new electron.BrowserWindow()
  const window = fake.window()
  if (!window) throw new Error('no window')

  fake.app.emit('second-instance', {}, [], '/', undefined)
  expect(window.calls).toEqual(['show', 'focus'])
  window.minimised = true
  fake.app.emit('second-instance', {}, [], '/', undefined)
  expect(window.calls.slice(2)).toEqual(['restore', 'show', 'focus'])
})

it('tells the second start to end', () => {
  const { fake, electron } = createFakeElectron({})
  fake.app.hasLock = false
  expect(takeSingleInstance(electron.app, () => undefined)).toBe(false)
  expect(fake.app.listenerCount('second-instance')).toBe(0)
})
