import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { saveRecords, setUpOffice } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'
import { exportedCells } from '../screens/exportedCells'

async function openLog(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '操作日志' }).click()
  await expect(page.getByRole('heading', { name: '操作日志', level: 1 })).toBeVisible()
}

const line = (page: Page, name: string | RegExp) => page.getByRole('row').filter({ hasText: name })

for (const size of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  test(`shows what was exported beside what was changed, finds it by action, and exports itself at ${size.width} × ${size.height}`, async ({ openApp }) => {
    const { page, problems } = await openApp()
    await page.setViewportSize(size)
    await setUpOffice(page)
    await saveRecords(page, [{ kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1, operatingStatus: '正常经营' } }])
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
    const form = await exportedCells(page, () => page.getByRole('button', { name: /^导出“/ }).first().click())
    await openLog(page)
    await expect(line(page, form.name)).toContainText('导出')
    await line(page, form.name).getByRole('button').first().click()
    await expect(page.getByRole('region', { name: form.name })).toContainText('F01')
    await expectAccessible(page)
    await page.getByRole('button', { name: /^动作/ }).click()
    await page.getByRole('checkbox', { name: '新增' }).check()
    await page.keyboard.press('Escape')
    await expect(line(page, '新增企业“甲公司”')).toBeVisible()
    await expect(line(page, form.name)).toHaveCount(0)
    const log = await exportedCells(page, () => page.getByRole('button', { name: '导出', exact: true }).click())
    expect(log.cells.flat().join(' ')).toContain('新增企业“甲公司”')
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect(line(page, log.name)).toBeVisible()
    await page.getByRole('button', { name: '核对日志' }).click()
    await expect(page.getByText(/条日志前后相接/)).toBeVisible()
    await expectAccessible(page)
    expect(problems).toEqual([])
  })
}

test('a log somebody changed with another program is told of at the next start, with the place', async ({ openApp }) => {
  const first = await openApp()
  await setUpOffice(first.page)
  await saveRecords(first.page, [{ kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1, operatingStatus: '正常经营' } }])
  await openLog(first.page)
  await first.page.getByRole('button', { name: '核对日志' }).click()
  await expect(first.page.getByText(/条日志前后相接/)).toBeVisible()
  const { dataFolder } = first
  if (dataFolder === undefined) throw new Error('no folder')
  await first.close()
  const ledger = new DatabaseSync(join(dataFolder, 'ledger.sqlite'))
  ledger.exec("UPDATE audit_entry SET operator = '别人' WHERE id = 2; DELETE FROM setting WHERE key = 'audit.checked'")
  ledger.close()
  const { page } = await openApp({ folder: dataFolder })
  const notice = page.getByRole('dialog', { name: '操作日志' })
  await expect(notice).toContainText('对不上')
  await notice.getByRole('button', { name: '查看操作日志' }).click()
  await expect(page.getByText('第 2 条', { exact: true })).toBeVisible()
  await expectAccessible(page)
})
