import './nodeVersion.mjs'
import { join } from 'node:path'
import { measureWindow } from './benchWindow.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { dist } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { runScript } from './stop.mjs'

/** npm run bench: how fast the built office is on this computer. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runWithRuntime(join(dist, 'electron', 'bench.js'), process.argv.slice(2))
  if (code === 0) await measureWindow()
  return code
})
