import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { sandboxArgs } from './electron.mjs'
import { openDoor } from './openDoor.mjs'
import { cache, dist } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { say } from './stop.mjs'

const enterprises = 100_000
/** How often the list is scrolled on by a tenth, from one end to the other and back. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]

/** Prints what the window holds in memory while the whole ledger is scrolled through: it should stay flat. */
export async function measureWindow() {
  const executablePath = findChromium()
  if (!executablePath) return say('没有 Chromium，没有测量窗口的内存。')
  const { chromium } = await import('@playwright/test')
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-window-'))
  const browser = await chromium.launch({ executablePath, args: sandboxArgs() })
  try {
    const output = { log: join(cache, 'bench.log') }
    await runWithRuntime(join(dist, 'electron', 'bench.js'), ['fill', folder, String(enterprises)], { output })
    const door = await openDoor(['--data', folder])
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
      await page.goto(door.address)
      await page.getByRole('navigation').getByRole('link', { name: '企业台账' }).click()
      await page.locator('.ag-row .ag-cell').first().waitFor()
      const before = await heapOf(page)
      let most = before
      for (const step of steps) {
        await scrollTo(page, step / 10)
        most = Math.max(most, await heapOf(page))
      }
      const after = await heapOf(page)
      process.stdout.write(
        `the window over ${enterprises} enterprises: ${before.toFixed(0)} MB of script memory at first, ` +
          `at most ${most.toFixed(0)} MB while scrolled to the end and back, ${after.toFixed(0)} MB afterwards, ` +
          `ratio ${(after / before).toFixed(2)}\n`,
      )
    } finally {
      await door.close()
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} share how far down the list, 0 to 1
 */
async function scrollTo(page, share) {
  await page.evaluate((wanted) => {
    const body = document.querySelector('.ag-grid-viewport')
    if (body) body.scrollTop = (body.scrollHeight - body.clientHeight) * wanted
  }, share)
  if (share === 1) await page.locator(`.ag-row[row-index="${enterprises - 1}"] .ag-cell`).first().waitFor()
  await page.waitForTimeout(600)
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number>} MB that are left after a collection
 */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}
