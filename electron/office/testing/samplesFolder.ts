import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const variable = 'LEDGER_TEST_SAMPLES'

/** Where the test files of one run keep filled data folders for each other. */
export function samplesFolder(): string {
  const folder = process.env[variable]
  if (folder === undefined) throw new Error(`${variable} is not set: tests are run by Vitest`)
  return folder
}

/** Vitest calls it before the first test file of a run. */
export function setup(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), 'ledger-samples-'))
}

/** Vitest calls it after the last. */
export function teardown(): void {
  rmSync(samplesFolder(), { recursive: true, force: true })
}
