import { expect, it } from 'vitest'
import { showAbout } from './about'
import { createFakeElectron } from './testing/fakeElectron'

const facts = {
  version: '1.2.3',
  dataFolder: '/data/台账',
  runtime: { ...process.versions, electron: '45.3.4', chrome: '150.0.1' },
  system: 'Linux 6.1',
}

it('names version, data folder and runtime, and copies them when asked', async () => {
  const { fake, electron } = createFakeElectron({})
  fake.dialog.answers.push(1)
  await showAbout(electron.dialog, electron.clipboard, facts)
  for (const fact of ['双覆盖台账 1.2.3', '/data/台账', 'Electron 45.3.4', 'Linux 6.1', '不连接网络']) {
    expect(fake.clipboard.text()).toContain(fact)
  }
})

it('leaves the clipboard alone when closed', async () => {
  const { fake, electron } = createFakeElectron({})
  await showAbout(electron.dialog, electron.clipboard, facts)
  expect(fake.dialog.shown).toHaveLength(1)
  expect(fake.clipboard.text()).toBe('')
})
