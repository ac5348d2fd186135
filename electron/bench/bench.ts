import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureBackup } from './measureBackup'
import { measureBatch } from './measureBatch'
import { measureExport } from './measureExport'
import { measureHome } from './measureHome'
import { measureImport } from './measureImport'
import { measureKinds } from './measureKinds'
import { measureLedgers } from './measureLedgers'
import { measurePassword } from './measurePassword'
import { measureProposals } from './measureProposals'
import { measureS1 } from './measureS1'
import { runPart } from './part'

const sections: Record<string, (folder: string) => Promise<void>> = {
  async imports(folder) {
    for (const rows of [10_000, 50_000]) await measureImport(folder, rows)
    await measureImport(folder, 1_000, 12)
  },
  exports: measureExport,
  s1: measureS1,
  home: measureHome,
  ledgers: measureLedgers,
  kinds: measureKinds,
  batch: measureBatch,
  proposals: measureProposals,
  backup: (folder) => measureBackup(folder),
  password: (folder) => measurePassword(folder),
}

/**
 * `npm run bench`: every figure is a ratio to a reference measured in the same run on the same computer; with names of
 * sections only these. Parts run in processes of their own, so that their peak memory is theirs alone.
 */
const asked = process.argv.slice(2)
const [part] = asked
if (part !== undefined && !(part in sections)) {
  await runPart(part, asked.slice(1))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
  try {
    for (const [name, measure] of Object.entries(sections)) {
      if (asked.length === 0 || asked.includes(name)) await measure(folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
