import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readPlaywright, readVitest, sum, tallyOfCheck, tallyOfReport } from './tally.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-tally-'))
  file = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

it('reads both reports', () => {
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }))
  expect(tallyOfReport(file, readVitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  writeFileSync(file, JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }))
  expect(tallyOfReport(file, readPlaywright, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 })
})

it('never takes a runner that failed for a success', () => {
  expect(tallyOfReport(file, readVitest, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 0 }))
  expect(tallyOfReport(file, readVitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(tallyOfReport(file, readVitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
})

it('adds up', () => {
  expect(sum([tallyOfCheck(0), tallyOfCheck(2), { passed: 3, failed: 0, skipped: 4 }])).toEqual({
    passed: 4,
    failed: 1,
    skipped: 4,
  })
})
