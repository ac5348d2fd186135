import './nodeVersion.mjs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { dist } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { runScript } from './stop.mjs'

/** npm run torture: the built office is killed at random moments; `npm run torture -- --kills 1000 --seed 7`. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runWithRuntime(join(dist, 'electron', 'torture.js'), process.argv.slice(2))
  return code
})
