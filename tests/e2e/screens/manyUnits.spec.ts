import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview, setUp } from './clerk'

const units = Array.from({ length: 30 }, (_, index) => `第${index + 1}镇`)
const head = ['所属乡镇(街道)', '企业名称', '从业人员数', '正式党员', '是否建立党组织']

/** How many rows of the table stick out half from under the line of totals. */
function halfCoveredRows(page: Page): Promise<number> {
  return page.getByRole('table').evaluate((table) => {
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect())
    const total = rows.pop()
    if (!total) throw new Error('a table without a line of totals')
    return rows.filter((row) => row.top < total.top - 1 && row.bottom > total.top + 1).length
  })
}

test('one workbook for thirty units: whose it is, and table S1 scrolled under its totals', async ({ openApp }) => {
  const { page } = await openApp()
  await setUp(page, units)
  await openPage(page, '导入')
  const rows = units.map((unit) => [unit, `${unit}甲公司`, '12', '0', '否'])
  await chooseFiles(page, [csv('全区汇总.csv', [head, ...rows, ['马家镇', '马家甲公司', '5', '0', '否']])])
  const file = page.getByRole('row', { name: /全区汇总\.csv/ })
  await expect(file.getByText('多个单位(30 个)')).toBeVisible()
  await expect(file.getByText(units.join('、'))).toBeVisible()
  await expect(file.getByText('“马家镇”不在填报单位中，它的行不会导入')).toBeVisible()
  await expectAccessible(page)

  await openPreview(page)
  await expect(page.getByRole('tab', { name: '30 新增' })).toBeVisible()
  await commit(page)
  await expect(page.getByRole('row', { name: /全区汇总\.csv/ }).getByText('多个单位')).toBeVisible()
  await page.getByRole('button', { name: '再导入一批' }).click()
  await expect(page.getByRole('row', { name: /全区汇总\.csv/ }).getByText('多个单位')).toBeVisible()

  await openPage(page, '统计')
  await expect(page.getByRole('row', { name: /^合计 \d/ }).getByRole('link').first()).toHaveText('30')
  const table = page.getByRole('region', { name: /情况统计表/ })
  for (const height of [768, 700, 1080]) {
    await page.setViewportSize({ width: height === 1080 ? 1920 : 1366, height })
    for (const top of [0, 47, 133, 9999]) {
      await table.evaluate((region, to) => region.scrollTo({ top: to, behavior: 'instant' }), top)
      await expect.poll(() => halfCoveredRows(page)).toBe(0)
      await expectAccessible(page)
    }
  }
  await expect(table.getByRole('rowheader', { name: '第30镇' })).toBeInViewport()
})
