import { expect, it } from 'vitest'
import { failureCode } from '../../shared/contract/reply'
import { failureSentence } from '../../shared/text/failureSentence'
import { showStartupError } from './startupError'
import { createFakeElectron } from './testing/fakeElectron'

const newer = { code: 'newer-database', details: { version: '2.0' } } as const

function ask(...answers: number[]) {
  const { fake, electron } = createFakeElectron({})
  fake.dialog.answers.push(...answers)
  return { fake, choice: showStartupError(electron.dialog, electron.shell, newer, '/data/台账') }
}

it('tells what happened in words and quits unless told otherwise', async () => {
  const { fake, choice } = ask()
  expect(await choice).toBe('quit')
  const [box] = fake.dialog.shown
  expect(box?.detail).toBe(failureSentence({ ...newer, details: { folder: '/data/台账', version: '2.0' } }))
  expect(box).toMatchObject({ defaultId: 0, cancelId: 0, noLink: true })
  expect(box?.buttons?.[0]).toBe('退出')
})

it('tries again when asked', async () => {
  expect(await ask(1).choice).toBe('retry')
})

it('opens the data folder and asks once more', async () => {
  const { fake, choice } = ask(2, 2, 0)
  expect(await choice).toBe('quit')
  expect(fake.shell.opened).toEqual(['/data/台账', '/data/台账'])
  expect(fake.dialog.shown).toHaveLength(3)
})

it('never offers to delete, clear or rebuild anything', async () => {
  const { electron, fake } = createFakeElectron({})
  for (const code of failureCode.options) {
    await showStartupError(electron.dialog, electron.shell, { code, details: {} }, '/data')
  }
  const buttons = fake.dialog.shown.flatMap((box) => box.buttons ?? [])
  expect(buttons.length).toBe(failureCode.options.length * 3)
  for (const button of buttons) expect(button).not.toMatch(/删|清|重建|重置|覆盖/)
})
