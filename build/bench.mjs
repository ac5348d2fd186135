import './nodeVersion.mjs'
import { join } from 'node:path'
import { measureWindow } from './benchWindow.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { dist } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { runScript } from './stop.mjs'

/** npm run bench: how fast the built office is on this computer; `npm run bench -- batch window` only these sections. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const asked = process.argv.slice(2)
  const sections = asked.filter((name) => name !== 'window')
  if (asked.length === 0 || sections.length > 0) {
    const { code } = await runWithRuntime(join(dist, 'electron', 'bench.js'), sections)
    if (code !== 0) return code
  }
  if (asked.length === sections.length && asked.length > 0) return 0
  await measureWindow()
  return 0
})
