import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { fromBufferPromise } from 'yauzl'
import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview } from './clerk'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function openIssue(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
  await page.getByRole('link', { name: '分发填报' }).click()
  await expect(page.getByText('已选 12 / 12')).toBeVisible()
}

async function namesIn(zip: Buffer): Promise<string[]> {
  const names: string[] = []
  for await (const { fileName } of (await fromBufferPromise(zip, { lazyEntries: true })).eachEntry()) names.push(fileName)
  return names
}

async function downloadBy(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return download
}

test('sends forms out, one workbook a unit and form, and gives empty ones', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  await openIssue(page)
  const issue = page.getByRole('button', { name: '生成填报表' })
  await expect(issue).toBeDisabled()
  await expect(page.getByText('请勾选要分发的表和单位')).toBeVisible()
  await expectAccessible(page)

  const forms = page.getByRole('region', { name: '要分发的表' })
  await test.step('forms and units are chosen with the keyboard too', async () => {
    await forms.getByRole('checkbox', { name: '非公有制企业基本情况摸底调查表' }).focus()
    await page.keyboard.press('Space')
    await forms.getByRole('checkbox', { name: '应建未建党组织企业台账' }).check()
    const units = page.getByRole('region', { name: '发给哪些单位' })
    await units.getByRole('checkbox', { name: '全部单位' }).uncheck()
    await expect(issue).toBeDisabled()
    await units.getByRole('checkbox', { name: '桥头镇' }).check()
    await units.getByRole('checkbox', { name: '青石乡' }).check()
    await expect(page.getByText('2 张表 × 2 个单位，最多 4 个工作簿')).toBeVisible()
  })

  const download = await downloadBy(page, issue)
  expect(download.suggestedFilename()).toMatch(/填报表_\d{4}-\d{2}-\d{2}\.zip$/)
  const names = await namesIn(await readFile(await download.path()))
  expect(names.map((name) => name.replace(/_\d{4}-\d{2}-\d{2}\.xlsx$/, ''))).toEqual([
    '桥头镇/桥头镇_非公有制企业基本情况摸底调查表', '桥头镇/桥头镇_应建未建党组织企业台账',
    '青石乡/青石乡_非公有制企业基本情况摸底调查表', '青石乡/青石乡_应建未建党组织企业台账',
  ])
  await expect(page.getByRole('status').filter({ hasText: '已生成 4 个工作簿' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'F06' })).toBeVisible()
  await expectAccessible(page)

  const blank = await downloadBy(page, forms.getByRole('button', { name: '下载“党建工作经费台账”空白模板' }))
  expect(blank.suggestedFilename()).toBe('党建工作经费台账_空白模板.xlsx')
})

test('a form that came back: its changes, and a choice where the ledger changed too', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  await openIssue(page)
  await page.getByRole('checkbox', { name: '非公有制企业党建工作台账' }).check()
  await page.getByRole('checkbox', { name: '全部单位' }).uncheck()
  await page.getByRole('checkbox', { name: '桥头镇' }).check()
  const download = await downloadBy(page, page.getByRole('button', { name: '生成填报表' }))
  expect(download.suggestedFilename()).toMatch(/^桥头镇_.*\.xlsx$/)

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(await readFile(await download.path())).buffer)
  const [sheet] = workbook.worksheets
  const names = [5, 6, 7].map((row) => String(sheet?.getCell(`C${row}`).value))
  sheet?.eachRow((row, number) => {
    if (number === 5) row.getCell('K').value = 7001
    if (number === 6) row.getCell('K').value = 7002
    if (number === 7) row.getCell('K').value = 7003
  })
  const returned = Buffer.from(await workbook.xlsx.writeBuffer())

  await test.step('meanwhile the ledger learns two of the three numbers from elsewhere', async () => {
    await openPage(page, '导入')
    const head = ['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数']
    const rows = names.slice(0, 2).map((name, i) => [String(i + 1), '桥头镇', name, '', String(8001 + i)])
    await chooseFiles(page, [csv('区里核实.csv', [head, ...rows])])
    await openPreview(page)
    await commit(page)
    await page.getByRole('button', { name: '再导入一批' }).click()
  })

  await chooseFiles(page, [{ name: '镇里报来.xlsx', mimeType: xlsx, buffer: returned }])
  await expect(page.getByText(/^本台账 \d{4}-\d{2}-\d{2} 发放$/)).toBeVisible()
  await expectAccessible(page)
  await openPreview(page)
  await expect(page.getByRole('tab', { name: '2 两边都改' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tab', { name: '1 变更' })).toBeVisible()
  const first = page.getByRole('rowgroup').filter({ hasText: names[0] ?? '' })
  await expect(first).toContainText('8001')
  await expect(first).toContainText('7001')
  await expectAccessible(page)

  await first.getByRole('radio', { name: '报回' }).check()
  await expect(page.getByRole('tab', { name: '2 变更' })).toBeVisible()
  await expect(first.getByRole('radio', { name: '报回' })).toBeChecked()
  await page.getByRole('button', { name: '全部保留台账' }).click()
  await expect(page.getByRole('tab', { name: '1 变更' })).toBeVisible()
  await page.getByRole('button', { name: '全部按报回' }).click()
  await page.getByRole('tab', { name: '3 变更' }).click()
  for (const value of ['7001', '7002', '7003']) await expect(page.getByRole('tabpanel')).toContainText(value)
  await commit(page)
})
