import { expect, it } from 'vitest'
import { atOnce } from './atOnce'

it('runs so many works at a time, in order, and goes on after one that failed', async () => {
  const queue = atOnce(2)
  const started: number[] = []
  const finish: (() => void)[] = []
  const work = (number: number) => () => {
    started.push(number)
    return new Promise<void>((resolve, reject) => {
      finish[number] = number === 1 ? () => reject(new Error('one')) : resolve
    })
  }
  const soon = () => new Promise((resolve) => setTimeout(resolve))
  const works = [0, 1, 2, 3].map((number) => queue(work(number)))
  const failed = expect(works[1]).rejects.toThrow('one')
  await soon()
  expect(started).toEqual([0, 1])
  finish[1]?.()
  await failed
  await soon()
  expect(started).toEqual([0, 1, 2])
  finish[0]?.()
  finish[2]?.()
  await soon()
  expect(started).toEqual([0, 1, 2, 3])
  finish[3]?.()
  await Promise.all([works[0], works[2], works[3]])
})
