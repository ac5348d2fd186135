import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'

test('a copy is made, taken to another disk, verified, and restored in a way that can be taken back', async ({ openApp }, testInfo) => {
  const { page } = await openApp({ data: 'sample' })
  const status = page.getByRole('banner').getByRole('link', { name: /^备份：/ })
  await expect(status).toHaveText('演示不自动备份')
  await status.click()
  await expect(page.getByText('还没有备份').first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText(/^已备份 \d{4}/)).toBeVisible()
  await expect(status).toHaveText(/^上次备份 \d\d:\d\d 正常$/)
  const rows = page.getByRole('region', { name: '备份列表' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('手工备份')
  await expect(rows.nth(1)).toContainText('240')

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '另存到别的盘', exact: true }).click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^双覆盖台账备份_.*\.sqlite$/)
  const file = testInfo.outputPath(download.suggestedFilename())
  await download.saveAs(file)
  await expect(page.getByText(/还没有核对$/)).toBeVisible()
  const pickers = page.locator('input[type=file]')
  await pickers.first().setInputFiles(file)
  await expect(page.getByText('这份备份完好，就是刚才另存的那份：企业 240 家')).toBeVisible()
  await expect(page.getByText(/核对过$/)).toBeVisible()

  const torn = readFileSync(file).fill(0x41, 40_000, 40_010)
  writeFileSync(file, torn)
  await pickers.first().setInputFiles(file)
  await expect(page.getByText(/不是完好的台账备份，没有使用它/)).toBeVisible()
  await page.keyboard.press('Escape')

  // Something happens after the copy, and goes with the restore.
  await page.evaluate(() =>
    fetch('/call/record.save', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes: [{ kind: 'enterprise', id: -1, values: { name: '后来的公司', unitId: 1 } }] }),
    }),
  )
  await page.getByRole('button', { name: /^恢复 / }).first().click()
  const dialog = page.getByRole('dialog', { name: '恢复备份' })
  await expect(dialog).toContainText('企业 241 家')
  await expect(dialog).toContainText('企业 240 家')
  await expectAccessible(page)
  await dialog.getByLabel('经办人').fill('王经办')
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: '恢复这份备份' }).click()])
  await expect(rows.nth(1)).toContainText('恢复之前')
  await expect(rows.nth(1)).toContainText('241')

  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '操作日志' }).click()
  await expect(page.getByText(/恢复“.*的备份”/)).toBeVisible()

  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '备份' }).click()
  await page.getByRole('button', { name: /^恢复 / }).first().click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '恢复这份备份' }).click()])
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '企业台账' }).click()
  await expect(page.getByText('共 241 家')).toBeVisible()
})

test('a copy of more than 100 MB on another disk is verified and brought back', async ({ openApp }, testInfo) => {
  const { page } = await openApp({ data: 'sample' })
  await page.getByRole('banner').getByRole('link', { name: /^备份：/ }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '另存到别的盘', exact: true }).click()
  const file = testInfo.outputPath('U盘上的备份.sqlite')
  await (await saved).saveAs(file)
  const ledger = new DatabaseSync(file)
  ledger.exec('PRAGMA synchronous = OFF')
  const put = ledger.prepare('INSERT INTO setting (key, value, created_at, updated_at) VALUES (?, ?, ?, ?)')
  for (let n = 0; n < 10; n++) put.run(`large ${n}`, '台'.repeat(3_500_000), '', '')
  ledger.close()
  expect(statSync(file).size).toBeGreaterThan(100 * 1024 * 1024)

  const pickers = page.locator('input[type=file]')
  await pickers.first().setInputFiles(file)
  await expect(page.getByText(/^这份备份完好：企业 240 家/)).toBeVisible({ timeout: 30_000 })
  await pickers.nth(1).setInputFiles(file)
  await expect(page.getByText(/^已放进备份列表：企业 240 家/)).toBeVisible({ timeout: 30_000 })
  const rows = page.getByRole('region', { name: '备份列表' }).getByRole('row')
  await expect(rows.filter({ hasText: '从别的盘取回' })).toContainText('MB')
})

test('by keyboard alone: to the page, a copy, the question and away from it', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const status = page.getByRole('banner').getByRole('link', { name: /^备份：/ })
  await status.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '立即备份' }).focus()
  await page.keyboard.press('Enter')
  const restore = page.getByRole('button', { name: /^恢复 / }).first()
  await expect(restore).toBeVisible()
  await restore.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '恢复备份' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '恢复备份' })).toBeHidden()
})
