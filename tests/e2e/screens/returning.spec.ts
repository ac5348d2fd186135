import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { fromBufferPromise } from 'yauzl'
import { expect, test } from '../app'
import { chooseFiles, csv, expectAccessible, openPage, openPreview } from './clerk'
import { expected } from './sampleDistrict'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const [first, second] = expected.enterprises.filter(({ unitName }) => unitName === '桥头镇')
const head = ['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数']

async function downloadBy(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return download
}

/** A table in the township's own colours. */
async function reported(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('桥头镇')
  sheet.addRow(head)
  sheet.addRow([1, '桥头镇', first?.enterpriseName, first?.creditCode, '约五十人'])
  sheet.addRow([2, '桥头镇', second?.enterpriseName, second?.creditCode, 88])
  sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00B050' } }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

test('sends a workbook back with what was found in it, and takes it again when it is corrected', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [{ name: '桥头镇七月.xlsx', mimeType: xlsx, buffer: await reported() }])
  await openPreview(page)
  await page.getByRole('tab', { name: /问题$/ }).click()
  const button = page.getByRole('button', { name: '退回工作簿' })
  await expectAccessible(page)

  const download = await downloadBy(page, button)
  expect(download.suggestedFilename()).toBe('桥头镇七月_退回修改.xlsx')
  await expect(page.getByText(/^已下载：桥头镇七月_退回修改\.xlsx，标出 \d+ 处问题$/)).toBeVisible()
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await download.path())
  const sheet = workbook.getWorksheet('桥头镇')
  expect(workbook.worksheets[0]?.name).toBe('校验说明')
  expect(sheet?.getCell('F1').value).toBe('校验结果')
  expect(sheet?.getCell('F2').value).toMatch(/^错误：.*约五十人/)
  expect(sheet?.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FF00B050' } })

  if (sheet) sheet.getCell('E2').value = 51
  const corrected = Buffer.from(await workbook.xlsx.writeBuffer())
  await page.getByRole('button', { name: '返回选择文件' }).click()
  await page.getByRole('button', { name: '移除“桥头镇七月.xlsx”' }).click()
  await chooseFiles(page, [{ name: '桥头镇七月_退回修改.xlsx', mimeType: xlsx, buffer: corrected }])
  await openPreview(page)
  await expect(page.getByRole('row', { name: /从业人员数/ }).filter({ hasText: '51' })).toBeVisible()
  await page.getByRole('tab', { name: /问题$/ }).click()
  await expect(page.getByText('错误 0', { exact: true })).toBeVisible()
})

test('sends several workbooks back in one zip', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const row = (count: string): string[] => ['1', '桥头镇', first?.enterpriseName ?? '', first?.creditCode ?? '', count]
  await chooseFiles(page, [csv('一.csv', [head, row('约五十人')]), csv('二.csv', [head, row('很多')])])
  await openPreview(page)
  await page.getByRole('tab', { name: /问题$/ }).click()
  const download = await downloadBy(page, page.getByRole('button', { name: '退回工作簿(2 个文件)' }))
  expect(download.suggestedFilename()).toMatch(/^退回修改_\d{4}-\d{2}-\d{2}\.zip$/)
  const names: string[] = []
  for await (const { fileName } of (await fromBufferPromise(await readFile(await download.path()), { lazyEntries: true })).eachEntry()) names.push(fileName)
  expect(names).toEqual(['一_退回修改.xlsx', '二_退回修改.xlsx'])
  await expect(page.getByText('其中 2 个不能在原文件上写')).toBeVisible()
  await expectAccessible(page)
})
