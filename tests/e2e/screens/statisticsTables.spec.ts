import { expect, test } from '../app'
import { expectAccessible, openPage } from './clerk'
import { exportedCells } from './exportedCells'

const tables = ['S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14']

test('the tables S1–S14: chosen, opened, exported', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  test.setTimeout(180_000)
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '统计')
  const choice = page.getByLabel('统计表', { exact: true })
  await expect(choice).toHaveValue('S1')

  await test.step('each table is shown, readable at both sizes, by keyboard', async () => {
    for (const table of tables) {
      await choice.selectOption(table)
      await expect(page.getByRole('region').getByRole('table')).toBeVisible()
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await expectAccessible(page)
  })

  await test.step('a group opens its list and Back finds the table again', async () => {
    await choice.selectOption('S4')
    const band = page.getByRole('row', { name: /10–49 人/ })
    const count = await band.getByRole('link').nth(1).innerText()
    await band.getByRole('link').nth(1).click()
    await expect(page.getByText(/^统计表 S4 · 10–49 人 实体运营$/)).toBeVisible()
    await expect(page.getByText(`筛选出 ${count} 家 / 台账共 240 家`)).toBeVisible()
    await page.goBack()
    await expect(choice).toHaveValue('S4')
  })

  await test.step('organisations and visits open in their ledgers', async () => {
    await choice.selectOption('S2')
    const total = page.getByRole('row', { name: /^合计 \d/ })
    await total.getByRole('link').first().click()
    await expect(page.getByText(/^统计表 S2 · 合计 党组织总数$/)).toBeVisible()
    await page.goBack()
    await choice.selectOption('S8')
    await page.getByRole('row', { name: /^合计 \d/ }).getByRole('link').last().click()
    await expect(page.getByText(/^统计表 S8 · 合计/)).toBeVisible()
    await page.goBack()
  })

  await test.step('a unit goes by its villages, a locked period by its snapshot', async () => {
    await choice.selectOption('S1')
    await page.getByLabel('单位范围').selectOption({ label: '滨河街道' })
    await expect(page.getByRole('row', { name: /滨河社区/ })).toBeVisible()
    await page.getByLabel('数据', { exact: true }).selectOption({ label: '2026年第2季度' })
    await expect(page.getByText('统计截止：2026年6月30日')).toBeVisible()
    await expect(page.getByRole('row', { name: /滨河社区/ })).toBeVisible()
    await page.getByLabel('单位范围').selectOption({ label: '全部单位' })
  })

  await test.step('S12: four sheets, all of them exported', async () => {
    await page.getByLabel('数据', { exact: true }).selectOption({ label: '2026年第3季度' })
    await choice.selectOption('S12')
    await page.getByRole('button', { name: '覆盖状态变动情况表' }).click()
    await expect(page.getByRole('row', { name: /不在基数\(含新增\)/ })).toBeVisible()
    const { name, cells } = await exportedCells(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
    expect(name).toMatch(/^S12_增减变动情况表_2026年第3季度\.xlsx$/)
    expect(cells.flat()).toContain('滨河街道')
  })
})
