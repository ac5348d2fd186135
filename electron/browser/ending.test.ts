import { expect, it } from 'vitest'
import { createEnding } from './ending'

it('undoes the last thing first, and everything once', async () => {
  const ending = createEnding()
  const done: string[] = []
  ending.add(async () => done.push('folder'))
  ending.add(async () => done.push('office'))
  expect(ending.hasBegun).toBe(false)
  await Promise.all([ending.run(), ending.run()])
  expect(ending.hasBegun).toBe(true)
  expect(done).toEqual(['office', 'folder'])
})
