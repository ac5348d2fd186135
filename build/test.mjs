import './nodeVersion.mjs'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { cache, dist, packageScript } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { runScript, say, Stop } from './stop.mjs'
import { readPlaywright, readVitest, sum, tallyOfCheck, tallyOfReport } from './tally.mjs'
import { ensureTestTools } from './testTools.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const tsc = packageScript('typescript', 'bin/tsc')
const vueTsc = packageScript('vue-tsc', 'bin/vue-tsc.js')
const vitestReport = join(cache, 'vitest.json')
const playwrightReport = join(cache, 'playwright.json')

/** In this order; `npm test -- types lint` runs only those. */
const steps = {
  types: async () =>
    sum([
      await types(tsc, 'shared'),
      await types(tsc, 'electron'),
      await types(vueTsc, 'renderer'),
      await types(tsc, 'tests'),
    ]),
  lint: () => check(packageScript('eslint', 'bin/eslint.js'), ['--max-warnings', '0', '.']),
  layers: () =>
    check(packageScript('dependency-cruiser', 'bin/dependency-cruiser.mjs'), [
      '--config',
      '.dependency-cruiser.cjs',
      'electron',
      'renderer',
      'shared',
    ]),
  build: async () => {
    await ensureBuilt()
    return tallyOfCheck(0)
  },
  unit: async () => {
    rmSync(vitestReport, { force: true })
    const { code } = await runWithRuntime(packageScript('vitest', 'vitest.mjs'), [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ])
    return tallyOfReport(vitestReport, readVitest, code)
  },
  torture: async () => {
    await ensureBuilt()
    return tallyOfCheck((await runWithRuntime(join(dist, 'electron', 'torture.js'), ['--kills', '200'])).code)
  },
  e2e: async () => {
    const chromium = findChromium()
    if (!chromium) throw new Stop('没有 Chromium，端到端测试没有运行。')
    await ensureBuilt()
    rmSync(playwrightReport, { force: true })
    const { code } = await runWithRuntime(packageScript('@playwright/test', 'cli.js'), ['test'], {
      env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    })
    return tallyOfReport(playwrightReport, readPlaywright, code)
  },
}

/** @param {string} script @param {string} room */
function types(script, room) {
  return check(script, ['-p', room, '--pretty', 'false', '--tsBuildInfoFile', join(cache, `${room}.tsbuildinfo`)])
}

/** @param {string} script @param {string[]} args */
async function check(script, args) {
  return tallyOfCheck((await runWithRuntime(script, args)).code)
}

await runScript(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !Object.hasOwn(steps, name))
  if (unknown) throw new Stop(`没有名为 ${unknown} 的测试步骤，可选：${Object.keys(steps).join('、')}。`, 2)

  await ensureInstalled()
  await ensureTestTools()
  mkdirSync(cache, { recursive: true })
  /** @type {Tally[]} */
  const tallies = []
  /** @type {string[]} */
  const lines = []
  for (const [name, step] of Object.entries(steps)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    say(`\n── ${name}`)
    const begun = Date.now()
    const tally = await step().catch((error) => {
      if (!(error instanceof Stop)) throw error
      say(error.message)
      return tallyOfCheck(1)
    })
    tallies.push(tally)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    lines.push(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${seconds} s)`)
  }
  const total = sum(tallies)
  const failures = total.failures.map((failure) => `failed: ${failure}\n`).join('')
  console.log(`\n${failures}${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})
