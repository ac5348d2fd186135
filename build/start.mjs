import './nodeVersion.mjs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { obtainElectron, sandboxArgs } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { cache, callerFolder, dist, root } from './paths.mjs'
import { run, runWithRuntime } from './run.mjs'
import { runScript, say } from './stop.mjs'

/** npm start: install what is missing, build what is stale, open the app in Electron or else in the browser. */
const cwd = callerFolder('start')
const args = process.argv.slice(2)
/** Options that mean nothing to a window of its own. */
const isForBrowser = args.some((arg) => /^--(browser|port|no-open|renderer|help)\b/.test(arg))
const appArgs = args.filter((arg) => arg !== '--browser')

await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  if (isForBrowser) {
    say('按给出的选项，不用 Electron，在浏览器中打开。')
  } else {
    const electron = await obtainElectron()
    const reason = 'program' in electron ? await openWindow(electron.program) : electron.missing
    if (typeof reason === 'number') return reason
    say(`${reason}，改在浏览器中打开。`)
  }
  const { code } = await runWithRuntime(join(dist, 'electron', 'browser.js'), appArgs, { cwd })
  return code
})

/**
 * @param {string} program
 * @returns {Promise<number | string>} the exit code of a window that opened, or in words why it did not
 */
async function openWindow(program) {
  const log = join(cache, 'electron.log')
  const begun = Date.now()
  say('正在打开台账窗口……')
  const { code, signal } = await run(program, [...sandboxArgs(), root, ...appArgs], {
    cwd,
    // Terminals inside Electron programs set this, and it would turn the window into a plain Node.
    env: { ELECTRON_RUN_AS_NODE: undefined },
    output: process.env.LEDGER_DEBUG ? 'inherit' : { log },
  })
  const isRefusal = signal === null && code <= 3
  if (isRefusal || Date.now() - begun > 20_000) return code
  return `Electron 窗口打不开（记录见 ${log}）`
}
