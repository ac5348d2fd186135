import { expect, it } from 'vitest'
import { finishBeforeQuit } from './finishBeforeQuit'
import { createFakeElectron } from './testing/fakeElectron'

it('holds the end back until the work is done, and does it once', async () => {
  const { fake, electron } = createFakeElectron({})
  let finish: () => void = () => undefined
  let runs = 0
  finishBeforeQuit(electron.app, () => {
    runs += 1
    return new Promise((resolve) => (finish = resolve))
  })
  fake.app.quit()
  fake.app.quit()
  expect(fake.app.hasQuit).toBe(false)
  finish()
  await new Promise(setImmediate)
  expect(fake.app.hasQuit).toBe(true)
  expect(runs).toBe(1)
})

it('ends also when the work fails', async () => {
  const { fake, electron } = createFakeElectron({})
  finishBeforeQuit(electron.app, () => Promise.reject(new Error('disk')))
  fake.app.quit()
  await new Promise(setImmediate)
  expect(fake.app.hasQuit).toBe(true)
})
