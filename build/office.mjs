import './nodeVersion.mjs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { callerFolder, dist } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { runScript } from './stop.mjs'

/** npm run -s office -- COMMAND …: the command-line door. Only the command itself writes to stdout. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runWithRuntime(join(dist, 'electron', 'cli.js'), process.argv.slice(2), {
    cwd: callerFolder('office'),
  })
  return code
})
