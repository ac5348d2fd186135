import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { callBeside, cell, cellBox, openLedger, pasteBlock, said, textsOf } from './sheet'

test.beforeEach(({ door }) => {
  test.skip(door === 'electron', 'the clipboard of a desktop window asks for no permission and grants none')
})

const newLine = (page: Page, field: string) => page.locator(`.ag-row[row-index="b-0"] .ag-cell[col-id="${field}"]`)
const dialog = (page: Page) => page.getByRole('dialog', { name: /^新增粘贴的/ })

async function openFunds(page: Page): Promise<number> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLedger(page, '经费')
  await expect(cell(page, 1, 'summary')).not.toHaveText('')
  return (await callBeside<{ total: number }>(page, 'record.page', { kind: 'fundEntry' })).total
}

/** The organisation of the first entry: each needs one, or an enterprise. */
const orgOf = (page: Page): Promise<string> => cell(page, 1, 'partyOrgId').innerText()

async function edits(page: Page): Promise<number> {
  return (await callBeside<{ total: number }>(page, 'edit.page', {})).total
}

test('a block pasted into the line after the last one becomes records, each cell checked before', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const total = await openFunds(page)
  const before = await edits(page)
  const org = await orgOf(page)
  await expect(page.locator('.cell-active')).toHaveCount(1)
  await expect(page.locator('.ag-row[row-index="0"] .cell-active')).toBeVisible()
  await newLine(page, 'occurredOn').click()
  await expect(cellBox(page)).toHaveAccessibleName('新增行 日期：空')
  await pasteBlock(page, [
    ['2026.3.5', '支出', '88', '', '会议和活动', '茶水费', org],
    ['昨天', '支出', '', '', '会议和活动', '没有金额', org],
    ['', '', '', '', '', '', ''],
    ['2026-3-7', '收入', '1,000', '财政列支', '', '下拨', org],
    ['2026-3-8', '支出', '5', '', '', '没有党组织', ''],
  ])
  await expect(dialog(page).getByRole('status')).toHaveText('2 行有错误，改正或取消勾选后再新增')
  await expect(dialog(page).getByRole('row')).toHaveCount(5)
  await expect(dialog(page)).toContainText('“日期”应填日期，例如 2026-03-05，不能是“昨天”')
  await expect(dialog(page)).toContainText('“金额”不能为空')
  await expect(dialog(page).getByRole('button', { name: /^新增 4 条/ })).toBeDisabled()
  await expectAccessible(page)

  await dialog(page).getByRole('textbox', { name: '第 2 行 日期' }).fill('2026-03-06')
  await page.keyboard.press('Tab')
  await expect(dialog(page).getByRole('textbox', { name: '第 2 行 金额(元)' })).toBeFocused()
  await page.keyboard.type('66.5')
  await dialog(page).getByRole('checkbox', { name: '新增第 4 行' }).press('Space')
  await expect(dialog(page).getByRole('status')).toHaveText('将新增 3 条')
  await dialog(page).getByRole('button', { name: '新增 3 条' }).click()
  await expect(said(page, '已新增 3 条，可按 Ctrl+Z 一次撤销')).toBeVisible()
  await expect(page.getByText(`共 ${total + 3} 条`)).toBeVisible()
  expect(await edits(page)).toBe(before + 1)
  const { rows } = await callBeside<{ rows: { values: Record<string, unknown> }[] }>(page, 'record.page', { kind: 'fundEntry', filter: { search: '没有金额' } })
  expect(rows[0]?.values).toMatchObject({ occurredOn: '2026-03-06', amount: 6650, direction: '支出' })

  await expect(cellBox(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(said(page, '已撤销“粘贴新增党建经费 3 条”')).toBeVisible()
  await expect(page.getByText(`共 ${total} 条`)).toBeVisible()
})

test('a block that reaches over the last row changes and adds in one edit', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const total = await openFunds(page)
  const before = await edits(page)
  const org = await orgOf(page)
  await cell(page, 1, 'summary').click()
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('ArrowUp')
  const last = [total - 1, total]
  const summaries = await textsOf(page, last, 'summary')
  await page.keyboard.press('Home')
  await pasteBlock(page, [
    ['2020-01-03', '支出', '1', '', '其他', '倒数第二', org],
    ['2020-01-02', '支出', '2', '', '其他', '倒数第一', org],
    ['2020-01-01', '支出', '3', '', '其他', '新的一条', org],
  ])
  await expect(dialog(page).getByRole('status')).toHaveText('将新增 1 条，并修改已有的 2 条')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '新增 1 条' }).click()
  await expect(said(page, '已新增 1 条，修改 2 条')).toBeVisible()
  await expect(page.getByText(`共 ${total + 1} 条`)).toBeVisible()
  await expect(cell(page, total + 1, 'summary')).toHaveText('新的一条')
  expect(await textsOf(page, last, 'summary')).toEqual(['倒数第二', '倒数第一'])
  expect(await edits(page)).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(`共 ${total} 条`)).toBeVisible()
  await expect.poll(() => textsOf(page, last, 'summary')).toEqual(summaries)

  await test.step('or changes only the rows that are there', async () => {
    await cell(page, 1, 'summary').click()
    await page.keyboard.press('Control+ArrowDown')
    await expect(cellBox(page)).toHaveAccessibleName(new RegExp(`^第 ${total} 行 摘要`))
    await pasteBlock(page, [['只有这一格'], ['这一行不要']])
    await dialog(page).getByRole('button', { name: '只改已有的 1 条' }).click()
    await expect(cell(page, total, 'summary')).toHaveText('只有这一格')
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByText('还没有新增')).toBeHidden()
  })
})

test('what was pasted and mended but not added is kept, also over a reload', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const total = await openFunds(page)
  const org = await orgOf(page)
  await newLine(page, 'occurredOn').click()
  await pasteBlock(page, [['2026-3-5', '支出', '八十', '', '其他', '', org]])
  await dialog(page).getByRole('textbox', { name: '第 1 行 金额(元)' }).fill('80')
  await page.keyboard.press('Escape')
  await expect(page.getByText('粘贴的 1 行还没有新增')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('button', { name: '继续' }).click()
  await expect(dialog(page)).toContainText('80')
  await expect(dialog(page).getByRole('status')).toHaveText('将新增 1 条')
  await dialog(page).getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(page.getByText('还没有新增')).toBeHidden()
  await page.reload()
  await expect(page.getByText(`共 ${total} 条`)).toBeVisible()
  await expect(page.getByText('还没有新增')).toBeHidden()
})

test('typing into the blank line goes on in the form, also through an input method and with what cannot be read', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const total = await openFunds(page)
  await cell(page, 1, 'summary').click()
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(cellBox(page)).toHaveAccessibleName('新增行 摘要：空')
  const keyboard = await page.context().newCDPSession(page)
  for (const typed of ['c', 'cha', 'cha shui']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await keyboard.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length })
  }
  await keyboard.send('Input.insertText', { text: '茶水' })
  await page.keyboard.press('Enter')
  const drawer = page.locator('aside.drawer')
  await expect(drawer.getByRole('textbox', { name: '摘要' })).toHaveValue('茶水')
  await expect(drawer.getByRole('textbox', { name: '日期' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await newLine(page, 'amount').click()
  await page.keyboard.type('一百')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('textbox', { name: '金额' })).toHaveValue('一百')
  await expect(drawer.getByRole('textbox', { name: '金额' })).toBeFocused()
  await expect(drawer.getByText('“金额”应填金额')).toBeVisible()
  await page.keyboard.press('Escape')
  expect((await callBeside<{ total: number }>(page, 'record.page', { kind: 'fundEntry' })).total).toBe(total)
})

test('an empty ledger takes a block, and enterprises begin with what is usual', async ({ openApp }) => {
  const { page } = await openApp()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await expect(page.getByLabel('地区名称')).toBeVisible()
  await callBeside(page, 'office.setup', {
    regionName: '示范区', officeName: '示范区两新工委', units: [{ name: '东山街道', kind: '街道', sortNo: 1 }],
  })
  await page.reload()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '企业台账' }).click()
  await expect(page.getByText('台账里还没有企业')).toBeVisible()
  await newLine(page, 'unitId').click()
  await pasteBlock(page, [['东山街道', '甲一机械有限公司', '', ''], ['西山街道', '甲二食品有限公司', '', '']])
  await expect(dialog(page)).toContainText('里没有叫“西山街道”的')
  const unit = dialog(page).getByRole('combobox', { name: '第 2 行 所属单位' })
  await unit.fill('东山')
  await expect(page.getByRole('option', { name: '东山街道' })).toBeVisible()
  await unit.press('Enter')
  await expect(unit).toHaveValue('东山街道')
  await dialog(page).getByRole('button', { name: '新增 2 条' }).click()
  await expect(cell(page, 1, 'name')).toHaveText('甲二食品有限公司')
  const { rows } = await callBeside<{ rows: { values: Record<string, unknown> }[] }>(page, 'record.page', { kind: 'enterprise' })
  expect(rows.map(({ values }) => [values['sector'], values['operatingStatus'], values['isLegalPerson']])).toEqual([
    ['非公企业', '正常经营', true], ['非公企业', '正常经营', true],
  ])
})
