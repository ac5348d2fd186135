import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { ask, enterprises, expectCell, fillOffice, openScreen, press } from './office'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })

/** Headers as they stand from left to right, without the row number. */
async function headers(page: Page): Promise<string[]> {
  const shown = await page.locator('.ag-header-cell[col-id]').evaluateAll((cells) =>
    cells
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((cell) => cell.querySelector('.ag-header-cell-text')?.textContent?.trim() ?? ''),
  )
  return shown.slice(1)
}

async function exported(page: Page): Promise<string[][]> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const book = read(await readFile(await (await waiting).path()))
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false })
}

async function widen(page: Page, name: string, by: number): Promise<void> {
  const box = await header(page, name).boundingBox()
  if (!box) throw new Error(`no header ${name}`)
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1 + by, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
}

test('三建三送 keeps ways of looking by name: columns, order, widths, filter and sort', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  const settle = (name: string, state: string) => ({ enterpriseId: ids[name] ?? 0, item: 'flag' as const, values: { state } })
  await ask(page, 'delivery.mark', { marks: [settle('甲五商贸', '推进中'), settle('甲一机械', '未落实'), settle('甲三服装', '推进中')] })
  await openScreen(page, '三建三送')
  const usual = await headers(page)

  await page.getByRole('button', { name: '列设置' }).click()
  const dialog = page.getByRole('dialog', { name: '列设置' })
  await dialog.getByRole('checkbox', { name: '党建图书', exact: true }).uncheck()
  await dialog.getByRole('button', { name: '上移“党旗”' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '完成' }).click()
  await header(page, '党旗').click()
  await header(page, '党旗').click()
  await expect(header(page, '党旗')).toHaveAttribute('aria-sort', 'descending')
  const before = (await header(page, '党旗').boundingBox())?.width ?? 0
  await widen(page, '党旗', 60)
  await page.getByRole('button', { name: /^落实情况：/ }).click()
  await page.getByRole('checkbox', { name: '推进中' }).check()
  await page.getByRole('checkbox', { name: '未落实' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('筛选出 3 家')).toBeVisible()
  const order = await page.locator('.ag-cell[col-id="name"]').allInnerTexts()
  expect(order[0]).toContain('甲一机械')
  const chosen = await headers(page)
  expect(chosen).not.toContain('党建图书')
  expect(chosen.indexOf('党旗')).toBe(usual.indexOf('党旗') - 1)

  await test.step('what is on screen goes into the workbook, and into a view', async () => {
    const rows = await exported(page)
    const head = rows.findIndex((row) => row.includes('企业名称'))
    expect(rows[head]).toEqual(chosen)
    expect(rows.slice(head + 1).map((row) => row[chosen.indexOf('企业名称')])).toEqual(order.map((name) => name.trim()))
    await page.getByRole('button', { name: '查看方案' }).click()
    await page.getByRole('textbox', { name: '方案名称' }).fill('党旗没落实的')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已保存方案“党旗没落实的”')).toBeVisible()
  })

  await test.step('back to the usual, and to the view, over a reload', async () => {
    await page.getByRole('button', { name: '查看方案' }).click()
    await page.getByRole('button', { name: '恢复默认列和筛选' }).click()
    await expect(page.getByText(`在册企业 ${enterprises.length} 家`)).toBeVisible()
    expect(await headers(page)).toEqual(usual)
    await page.getByRole('button', { name: '查看方案' }).click()
    await page.getByRole('button', { name: '使用方案“党旗没落实的”' }).click()
    await expect(page.getByText('筛选出 3 家')).toBeVisible()
    expect(await headers(page)).toEqual(chosen)
    await expect(header(page, '党旗')).toHaveAttribute('aria-sort', 'descending')
    // Remembered a moment later.
    await expect.poll(async () => (await ask(page, 'view.get', { key: 'columns.deliveries' })).state).toContain('flag')
    await page.reload()
    await expect(page.getByText('筛选出 3 家')).toBeVisible()
    await expect(header(page, '党旗')).toHaveAttribute('aria-sort', 'descending')
    expect(await headers(page)).toEqual(chosen)
    expect((await header(page, '党旗').boundingBox())?.width).toBeCloseTo(before + 60, -1)
  })

  await test.step('typing goes on where the columns have come to stand', async () => {
    await press(page, '甲一机械', 'flag')
    await page.keyboard.type('√')
    await page.keyboard.press('Tab')
    await page.keyboard.type('○')
    await page.keyboard.press('Enter')
    await expectCell(page, '甲一机械', 'flag', '√')
    await expectCell(page, '甲一机械', 'plaque', '○')
  })
})

test('六有 keeps them too, with the verdicts sorted', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '六有')
  await press(page, '甲三服装', 'org')
  await page.keyboard.type('×')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲三服装', 'org', /^× 未达标/)
  await header(page, '结论').click()
  await expect(page.locator('.ag-row[row-index="0"] .ag-cell[col-id="name"]')).toHaveText('甲三服装')
  await page.getByRole('button', { name: '列设置' }).click()
  const dialog = page.getByRole('dialog', { name: '列设置' })
  await dialog.getByRole('checkbox', { name: '整改措施', exact: true }).uncheck()
  await dialog.getByRole('checkbox', { name: '评定日期', exact: true }).check()
  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '查看方案' }).click()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: '方案名称' }).fill('未达标的在前')
  await page.getByRole('button', { name: '保存当前' }).click()
  const chosen = await headers(page)
  const rows = await exported(page)
  const head = rows.find((row) => row.includes('企业名称'))
  expect(head?.filter((name) => !name.endsWith('依据'))).toEqual(chosen)
  await page.getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('button', { name: '恢复默认列和筛选' }).click()
  await expect(header(page, '整改措施')).toBeVisible()
  await page.getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('button', { name: '使用方案“未达标的在前”' }).click()
  await expect(header(page, '评定日期')).toBeVisible()
  await expect(header(page, '结论')).toHaveAttribute('aria-sort', 'ascending')
  expect(await headers(page)).toEqual(chosen)
})
