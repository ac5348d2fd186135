import { expect, it } from 'vitest'
import { openChecks } from './openChecks'

it('does not tell twice, with another count, what is told among the work', () => {
  const checks = ['V-06', 'V-23', 'V-35'].map((code) => ({ title: '', level: 'notice' as const, count: 1, code }))
  expect(openChecks(checks).map(({ code }) => code)).toEqual(['V-06'])
})
