import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'

test('a chart has its table, and every figure of both opens its list', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openChart(page, '覆盖构成')
  const chart = page.getByRole('region', { name: /构成/ }).first()
  await expect(chart.getByRole('img').locator('svg')).toBeVisible()
  await expectAccessible(page)

  await chart.getByRole('button', { name: '表' }).click()
  await expect(chart.getByRole('img')).toBeHidden()
  await expectAccessible(page)
  const uncovered = chart.getByRole('row', { name: /^南湖街道/ }).getByRole('link').last()
  const count = await uncovered.innerText()
  await uncovered.click()
  await expect(page.getByText(`筛选出 ${count} 家`)).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: '两个覆盖率' }).click()
  await expect(page.getByRole('img', { name: /组织覆盖率/ }).locator('svg')).toBeVisible()
  await page.getByRole('link', { name: '打开统计表' }).click()
  await expect(page.getByRole('heading', { name: /情况统计表/ })).toBeVisible()
})

test('a mark of the election calendar opens the organisations of the month', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openChart(page, '换届月历')
  const chart = page.getByRole('region', { name: /换届月历/ }).first()
  await chart.getByRole('button', { name: '表' }).click()
  const first = chart.getByRole('table').getByRole('link').first()
  const count = await first.innerText()
  await first.click()
  await expect(page.getByRole('heading', { name: '换届提醒' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('checkbox')).toHaveCount(Number(count) + 1)
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect(page.getByRole('table').getByRole('checkbox')).not.toHaveCount(Number(count) + 1)
  await expectAccessible(page)
})

test('paper shows the chart and its table without the frame of the program', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openChart(page, '六有')
  const chart = page.getByRole('region', { name: /各项达标率/ }).first()
  await expect(chart.locator('svg')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(chart.locator('svg')).toBeVisible()
  await expect(chart.getByRole('table')).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
})

async function openChart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '统计' }).click()
  await page.getByRole('link', { name: '图表' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}
