import { expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { ChosenFile } from './chosenFile'
import { correctFiles } from './correctFiles'

function scene(fails: (file: ChosenFile) => boolean = () => false) {
  const file = (key: number): ChosenFile => ({ key, file: new File([], `${key}.csv`), state: 'read', included: true, corrections: [], reading: { fileId: String(key) } as ChosenFile['reading'] })
  const files = shallowRef([file(1), file(2)])
  const log: string[] = []
  const corrections = correctFiles({
    files,
    change: (one, change) => void Object.assign(one, change),
    async read(one) {
      log.push(`read ${one.key}: ${one.corrections.map(({ text }) => text).join()}`)
      if (fails(one)) Object.assign(one, { state: 'failed', error: new Error('gone'), included: false })
    },
    planAgain: async () => void log.push('plan'),
  })
  return { files, log, corrections }
}
const cell = (fileId: string, text: string | null) => ({ fileId, sheet: '台账', row: 2, column: 'C', text })

it('only the files concerned are read again, then the plan is made; steps are taken back one by one', async () => {
  const { log, corrections } = scene()
  await corrections.correct([cell('1', '50')])
  await corrections.correct([cell('1', '51'), cell('2', '9')])
  expect(log).toEqual(['read 1: 50', 'plan', 'read 1: 51', 'read 2: 9', 'plan'])
  log.length = 0
  await corrections.takeBack()
  await corrections.takeBack()
  await corrections.takeBack()
  expect(log).toEqual(['read 1: 50', 'read 2: ', 'plan', 'read 1: ', 'plan'])
  expect(corrections.canTakeBack.value).toBe(false)
})

it('where a file cannot be read again, everything is as it was', async () => {
  const { files, corrections } = scene(({ key, corrections: { length } }) => key === 2 && length > 0)
  await expect(corrections.correct([cell('1', '50'), cell('2', '9')])).rejects.toThrow('gone')
  expect(files.value.map(({ state, included, corrections: { length } }) => [state, included, length])).toEqual([['read', true, 0], ['read', true, 0]])
  expect(corrections.canTakeBack.value).toBe(false)
})
