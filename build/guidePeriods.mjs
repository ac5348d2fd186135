import { go, take } from './guidePage.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** Some work done since the last locked period, so that the comparison has something to show. @param {Page} page */
async function workOn(page) {
  await page.evaluate(async () => {
    /** @param {string} name @param {unknown} input */
    const ask = async (name, input) => {
      const headers = { 'content-type': 'application/json' }
      const reply = await (await fetch(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
      return reply.value
    }
    const { rows } = await ask('enterprise.page', { filter: { figure: 'U' }, limit: 6 })
    const changes = rows.map((/** @type {{ id: number }} */ { id }, /** @type {number} */ index) => ({
      kind: 'enterprise',
      id,
      values: index % 3 === 0 ? { operatingStatus: '停产停业', statusReason: '停产' } : { hasUnion: true },
    }))
    await ask('record.save', { changes })
  })
}

/** 报告期, 两期比较, 变化趋势. @param {Page} page */
export async function takePeriods(page) {
  await go(page, '统计')
  await page.getByRole('link', { name: '报告期', exact: true }).click()
  await page.getByRole('button', { name: '锁定报告期' }).click()
  await page.getByText('各张统计表都对得上。').waitFor()
  await take(page, 'period-lock')
  await page.keyboard.press('Escape')

  await workOn(page)
  await page.getByRole('link', { name: '两期比较', exact: true }).click()
  await page.getByTitle(/^合计 实体运营企业数增减 -/).click()
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  await take(page, 'comparison')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '变化趋势', exact: true }).click()
  await page.getByRole('img', { name: /各项比率变化/ }).locator('canvas, svg').first().waitFor()
  await take(page, 'rate-history')
}
