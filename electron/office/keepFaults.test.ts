import { expect, it } from 'vitest'
import { keepFaults } from './keepFaults'

it('keeps the latest twenty bugs by reference, passes everything on, and keeps no refusal', () => {
  const heard: string[] = []
  const book = keepFaults({ log: ({ message }) => heard.push(message), clock: { today: () => '2026-06-30', now: () => '2026-06-30T08:00:00.000Z' } })
  book.log({ level: 'error', message: 'refused' })
  for (let i = 1; i <= 25; i++) book.log({ level: 'error', message: `bug ${i}`, reference: `r${i}` })
  expect(heard).toHaveLength(26)
  expect(book.faults()).toHaveLength(20)
  expect(book.faults().at(0)).toEqual({ at: '2026-06-30T08:00:00.000Z', reference: 'r6' })
  expect(book.faults().at(-1)?.reference).toBe('r25')
})
