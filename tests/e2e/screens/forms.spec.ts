import { readFile } from 'node:fs/promises'
import { read } from '@e965/xlsx'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { expectAccessible } from './clerk'

test('looks at a standard form, exports it for one unit, and finds the way from a ledger', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
  const list = page.getByRole('region', { name: '标准表' })
  await expect(list.getByRole('row')).toHaveCount(15)
  await expect(page.getByText('选左边的一张表，可以先看内容')).toBeVisible()
  await expectAccessible(page)

  await list.getByRole('button', { name: '党建工作指导员(联络员)走访记录台账', exact: true }).click()
  const preview = page.getByRole('region', { name: '内容预览' })
  await expect(preview.getByRole('columnheader', { name: '发现问题及解决情况' })).toBeVisible()
  await expect(preview.getByRole('status')).toHaveText(/^共 \d+ 行，下面是前 30 行$/)
  await expectAccessible(page)

  await page.getByRole('combobox', { name: /^单位/ }).selectOption({ label: '桥头镇' })
  await page.getByRole('combobox', { name: /^年度/ }).selectOption('历年')
  await expect(page).toHaveURL(/form=F05&unit=\d+&year=all/)
  const [download] = await Promise.all([page.waitForEvent('download'), preview.getByRole('button', { name: '导出' }).click()])
  expect(download.suggestedFilename()).toMatch(/^桥头镇党建工作指导员\(联络员\)走访记录台账\(.*\)\.xlsx$/)
  const book = read(await readFile(await download.path()))
  expect(book.Sheets['F05']?.['A2']).toMatchObject({ v: '填报单位(盖章):桥头镇' })
  await expect(page.getByText(/^已导出：桥头镇/)).toBeVisible()

  await goTo(page, '/funds')
  await page.getByRole('link', { name: '标准表 F10' }).click()
  await expect(preview.getByRole('heading')).toHaveText('党建工作经费台账')
})

test('gives one organisation its sheet, and says what is missing in a year without an assessment', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  // An address that changes before the first page stands is overtaken by it.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
  await expect(page.getByText('选左边的一张表，可以先看内容')).toBeVisible()
  await goTo(page, '/forms?form=F11')
  const preview = page.getByRole('region', { name: '内容预览' })
  await expect(preview.getByRole('status')).toHaveText(/\d+ 张工作表$/)
  await preview.getByLabel('党组织').selectOption({ index: 1 })
  await expect(preview.getByRole('status')).toHaveText('共 9 行')
  const lastYear = await page.getByRole('combobox', { name: /^年度/ }).locator('option').nth(1).getAttribute('value')
  await page.getByRole('combobox', { name: /^年度/ }).selectOption(lastYear)
  await expect(page.getByText(`${lastYear ?? ''} 年还没有考核方案，不能出考核表。`)).toBeVisible()
  await expectAccessible(page)
})
