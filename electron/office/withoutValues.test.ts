import { expect, it } from 'vitest'
import { createDispatch } from './dispatch'
import { framesOf, withoutValues } from './withoutValues'

it.each([
  ['Unexpected token \'甲\', "甲公司有限公司"... is not valid JSON', 'Unexpected token \'…", "…"... is not valid JSON'],
  ['no row 13800000001 in enterprise 4', 'no row … in enterprise 4'],
  ['UNIQUE constraint failed: enterprise.credit_code', 'UNIQUE constraint failed: enterprise.credit_code'],
])('of %s keeps what is no value', (message) => {
  const told = withoutValues(message)
  for (const value of ['甲', '公司', '13800000001']) expect(told).not.toContain(value)
  expect(told).toContain(message.split(' ')[0])
})

it('keeps the frames of a stack, not its message', () => {
  const { stack = '' } = new Error('甲公司\nat 乙公司')
  expect(framesOf(stack)).toContain('withoutValues.test')
  expect(framesOf(stack)).not.toContain('公司')
})

it('is what the log gets of a bug', async () => {
  const logged: unknown[] = []
  const bug = (): Promise<never> => Promise.reject(new TypeError('cannot read 13800000001 of 甲公司'))
  const dispatch = createDispatch(() => bug, { log: (entry) => void logged.push(entry) })
  expect(await dispatch('setting.get', {})).toMatchObject({ ok: false, failure: { code: 'unexpected' } })
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toMatch(/甲公司|13800000001/)
  expect(logged).toMatchObject([{ message: 'setting.get: cannot read … of …' }])
})
