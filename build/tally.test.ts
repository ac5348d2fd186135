import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root } from './paths.mjs'
import { readPlaywright, readVitest, sum, tallyOfCheck, tallyOfReport } from './tally.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-tally-'))
  file = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

it('reads what Vitest reports, with the names of what failed', () => {
  const testResults = [
    {
      name: join(root, 'shared', 'a.test.ts'),
      status: 'failed',
      assertionResults: [
        { fullName: 'a sum adds up', status: 'failed' },
        { fullName: 'a sum of none', status: 'passed' },
      ],
    },
    { name: join(root, 'shared', 'unloaded.test.ts'), status: 'failed', assertionResults: [] },
    { name: join(root, 'shared', 'b.test.ts'), status: 'passed', assertionResults: [] },
  ]
  const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  writeFileSync(file, JSON.stringify({ ...counts, testResults }))
  expect(tallyOfReport(file, readVitest, 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 3,
    failures: [`${join('shared', 'a.test.ts')} › a sum adds up`, join('shared', 'unloaded.test.ts')],
  })
})

it('reads what Playwright reports, a test that passed only when tried again as failed', () => {
  const spec = (title: string, line: number, status: string) =>
    ({ title, file: 'log/log.spec.ts', line, tests: [{ projectName: 'browser', status }] })
  const inner = { title: 'at 1366', specs: [spec('is flaky', 17, 'flaky'), spec('is left out', 20, 'skipped')] }
  const suites = [
    { title: 'log/log.spec.ts', specs: [spec('fails', 4, 'unexpected'), spec('holds', 9, 'expected')], suites: [inner] },
  ]
  writeFileSync(file, JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, suites }))
  expect(tallyOfReport(file, readPlaywright, 1)).toEqual({
    passed: 4,
    failed: 2,
    skipped: 2,
    failures: ['[browser] log/log.spec.ts:4 › fails', '[browser] log/log.spec.ts:17 › is flaky'],
  })
})

it('never takes a runner that failed for a success', () => {
  expect(tallyOfReport(file, readVitest, 0)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: [] })
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 0, testResults: [] }))
  expect(tallyOfReport(file, readVitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 0, failures: [expect.stringContaining('no test failed')] })
  expect(tallyOfReport(file, readVitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 0, failures: [] })
})

it('adds up', () => {
  expect(sum([tallyOfCheck(0), tallyOfCheck(2), { passed: 3, failed: 1, skipped: 4, failures: ['a › b'] }])).toEqual({
    passed: 4,
    failed: 2,
    skipped: 4,
    failures: ['a › b'],
  })
})
