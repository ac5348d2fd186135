import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible, openPage } from '../screens/clerk'

async function openUnits(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('navigation', { name: '设置的各部分' }).getByRole('link', { name: '填报单位' }).click()
  await expect(page.getByRole('heading', { name: '填报单位', level: 2 })).toBeVisible()
}

function box(page: Page, name: string) {
  return page.getByRole('textbox', { name, exact: true })
}

const names = (page: Page) =>
  page.getByRole('textbox', { name: /^“.*”的名称$|^新单位的名称$/ }).evaluateAll((boxes) =>
    boxes.map((input) => (input as HTMLInputElement).value),
  )

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

test('orders units by arrows and by number, and reports follow', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openUnits(page)
  const before = await names(page)
  expect(before.slice(0, 3)).toEqual(['东山街道', '南湖街道', '西岭街道'])
  await page.getByRole('button', { name: '下移“东山街道”' }).click()
  await expect(page.getByRole('button', { name: '下移“东山街道”' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect((await names(page)).slice(0, 3)).toEqual(['南湖街道', '西岭街道', '东山街道'])
  await box(page, '“滨河街道”的顺序').fill('1')
  await page.keyboard.press('Enter')
  await expect(box(page, '“滨河街道”的顺序')).toBeFocused()
  expect((await names(page))[0]).toBe('滨河街道')
  await expectAccessible(page)
  await save(page)
  await expect(page.getByText(/^已保存 \d+ 个单位$/)).toBeVisible()

  await openPage(page, '统计')
  await expect(page.getByRole('row', { name: /^合计 \d/ })).toBeVisible()
  const shown = await page.getByRole('rowheader').allTextContents()
  expect(shown.slice(0, 4)).toEqual(['滨河街道', '南湖街道', '西岭街道', '东山街道'])
})

test('adds a unit, gives aliases, renames and retires one', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openUnits(page)
  await page.getByRole('button', { name: '新增单位' }).click()
  await expect(box(page, '新单位的名称')).toBeFocused()
  await expect(page.getByText('请填写单位名称')).toBeVisible()
  await page.keyboard.type('东山街道')
  await expect(page.getByText('“东山街道”已是“东山街道”的名称或别名')).toBeVisible()
  await expectAccessible(page)
  await box(page, '新单位的名称').fill('云峰镇')
  await expect(page.getByRole('combobox', { name: '“云峰镇”的类别' })).toHaveValue('镇')
  await box(page, '“云峰镇”的别名').fill('云峰、云峰镇政府')
  await box(page, '“商贸中心”的名称').fill('商贸服务中心')
  await page.getByRole('checkbox', { name: '启用“青石乡”' }).uncheck()
  await expect(page.getByText('已修改 3 个单位，尚未保存')).toBeVisible()

  await page.reload()
  await expect(page.getByText('已修改 3 个单位，尚未保存')).toBeVisible()
  await save(page)
  await expect(page.getByText('已保存 3 个单位')).toBeVisible()
  await page.reload()
  await expect(box(page, '“云峰镇”的别名')).toHaveValue('云峰、云峰镇政府')
  await expect(page.getByRole('checkbox', { name: '启用“青石乡”' })).not.toBeChecked()
  expect((await names(page)).at(-1)).toBe('云峰镇')

  await openPage(page, '统计')
  await expect(page.getByRole('rowheader', { name: '商贸服务中心' })).toBeVisible()
})

test('keeps what was typed when another window changed the same unit', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'a desktop has one window')
  const { page } = await openApp({ data: 'sample' })
  await openUnits(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openUnits(other)
  await box(page, '“北台镇”的别名').fill('北台')
  await box(other, '“北台镇”的别名').fill('北台镇政府')
  await save(other)
  await expect(other.getByText('已保存 1 个单位')).toBeVisible()
  await expect(page.getByText('别处刚改成了：北台镇政府')).toBeVisible()
  await expect(box(page, '“北台镇”的别名')).toHaveValue('北台')
  await save(page)
  await expect(page.getByText('已保存 1 个单位')).toBeVisible()
  await expect(box(other, '“北台镇”的别名')).toHaveValue('北台')
})
