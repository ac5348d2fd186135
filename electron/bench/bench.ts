import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureImport } from './measureImport'
import { measureRecords } from './measureRecords'
import { measureS1 } from './measureS1'
import { runPart } from './part'

/**
 * `npm run bench`: every figure is a ratio to a reference measured in the same run on the same computer.
 * Parts run in processes of their own, so that their peak memory is theirs alone.
 */
const part = process.argv[2]
if (part !== undefined) {
  await runPart(part, process.argv.slice(3))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
  try {
    for (const rows of [10_000, 50_000]) await measureImport(folder, rows)
    await measureS1(folder)
    await measureRecords(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
