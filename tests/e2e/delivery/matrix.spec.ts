import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { ask, copyBlock, enterprises, expectCell, fillOffice, openScreen, pasteBlock, press } from './office'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

/** In the order of the sheet: the sounds of the numerals. */
const order = ['甲二食品', '甲三服装', '甲四建材', '甲五商贸', '甲一机械']

async function edits(page: Page): Promise<number> {
  return (await ask(page, 'edit.page', {})).total
}

test('is typed into like a spreadsheet: signs, digits, numbers, words; Enter down, Tab right', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await expectAccessible(page)
  await press(page, '甲二食品', 'flag')
  for (const typed of ['√', '0', '20', '○', '共用']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  for (const [place, shown] of ['√', '×', '√ 20面', '○', '共用'].entries()) await expectCell(page, order[place] ?? '', 'flag', shown)
  await press(page, '甲二食品', 'plaque')
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('推')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('/')
  await page.keyboard.press('ArrowLeft')
  await expectCell(page, '甲二食品', 'plaque', '√')
  await expectCell(page, '甲二食品', 'books', '○')
  await expectCell(page, '甲三服装', 'books', '/')
  await expect(page.getByRole('textbox', { name: /第 2 行 党旗：甲三服装 未落实/ })).toBeFocused()

  const { rows } = await ask(page, 'delivery.page', {})
  const today = (await ask(page, 'office.status', {})).today
  expect(rows[0]?.cells.flag).toMatchObject({ state: '已落实', quantity: null, doneOn: today })
  expect(rows[2]?.cells.flag).toMatchObject({ state: '已落实', quantity: 20, doneOn: today })
  expect(rows[1]?.cells.flag).toMatchObject({ state: '未落实', doneOn: null })
  expect(rows[1]?.cells.room).toBeNull()
  const counts = page.getByLabel('各项合计').locator('div', { hasText: '党旗' })
  await expect(counts).toHaveText('党旗已落实 2共用 1推进中 1未落实 1未登记 0')
})

test('keeps what it cannot read, beside the cell and over a reload', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await press(page, '甲二食品', 'flag')
  await page.keyboard.type('好')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '不能是“好”' })).toBeVisible()
  await expectAccessible(page)
  // Half typed when the page goes: it is found again.
  await page.reload()
  await openScreen(page, '三建三送')
  const left = page.getByRole('region', { name: '1 处没有保存，填写的内容都留在下面' })
  await expect(left).toContainText('“好”')
  await left.getByRole('button', { name: '改正第 1 行 党旗' }).click()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('√')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲二食品', 'flag', '√')
  await expect(left).toBeHidden()
})

test('dates new ticks with the day of the toolbar, and Delete removes the record', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await page.getByLabel('落实日期', { exact: true }).fill('2026.3.5')
  await press(page, '甲二食品', 'flag')
  await page.keyboard.type('√')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲二食品', 'flag', '√')
  await expect.poll(async () => (await ask(page, 'delivery.page', {})).rows[0]?.cells.flag?.doneOn).toBe('2026-03-05')
  await page.getByLabel('落实日期', { exact: true }).fill('2099-01-01')
  await expect(page.getByRole('alert')).toContainText('不能在今天')
  await press(page, '甲二食品', 'flag')
  await page.keyboard.press('Delete')
  await expectCell(page, '甲二食品', 'flag', '')
  await expect.poll(async () => (await ask(page, 'record.removed', {})).rows[0]?.kind).toBe('delivery')
  await page.keyboard.press('Control+z')
  await expectCell(page, '甲二食品', 'flag', '√')
})

test('copies, pastes and fills blocks, each one edit and one undo', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  const before = await edits(page)
  await press(page, '甲二食品', 'room')
  await pasteBlock(page, [['60', '√', ''], ['×', '○', '共用'], ['１', '差不多', '/']])
  await expectCell(page, '甲二食品', 'room', '√ 60㎡')
  await expectCell(page, '甲三服装', 'rules', '共用')
  await expectCell(page, '甲四建材', 'room', '√')
  await expect(page.getByText('1 处没有保存')).toBeVisible()
  await page.getByRole('button', { name: '全部放弃' }).click()
  expect(await edits(page)).toBe(before + 1)
  expect(await copyBlock(page)).toBe('√ 60㎡\t√\t\r\n×\t○\t共用\r\n√\t\t/')

  await press(page, '甲二食品', 'room')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+d')
  for (const name of order) {
    await expectCell(page, name, 'room', '√ 60㎡')
    await expectCell(page, name, 'board', '√')
  }
  expect(await edits(page)).toBe(before + 2)
  await page.keyboard.press('Control+z')
  await expectCell(page, '甲一机械', 'room', '')
  await expectCell(page, '甲三服装', 'room', '×')
  await page.keyboard.press('Control+z')
  await expectCell(page, '甲二食品', 'room', '')
  await expectCell(page, '甲三服装', 'rules', '')
  await page.keyboard.press('Control+y')
  await expectCell(page, '甲二食品', 'room', '√ 60㎡')
})

test('marks a block by its buttons, chosen with the mouse', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await press(page, '甲二食品', 'plaque')
  await press(page, '甲五商贸', 'books', { shift: true })
  await page.getByRole('button', { name: '× 未落实' }).click()
  for (const name of order.slice(0, 4)) for (const item of ['plaque', 'flag', 'books']) await expectCell(page, name, item, '×')
  await expectCell(page, '甲一机械', 'flag', '')
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await expectCell(page, '甲五商贸', 'books', '')
})

test('loses no letter to an input method, and writes nothing while it composes', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await press(page, '甲二食品', 'flag')
  const before = await edits(page)
  const keyboard = await page.context().newCDPSession(page)
  for (const typed of ['g', 'go', 'gong', 'gong y', 'gong yong']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await keyboard.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length })
  }
  // Its Enter picks the word and is none of the sheet's; nor are its arrows and F2.
  for (const key of ['Enter', 'ArrowDown', 'F2']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key })
  }
  expect(await edits(page)).toBe(before)
  await expect(page.getByRole('dialog')).toBeHidden()
  await keyboard.send('Input.insertText', { text: '共用' })
  await page.keyboard.press('Enter')
  await expectCell(page, '甲二食品', 'flag', '共用')
  expect(await edits(page)).toBe(before + 1)
})

test('opens the record of a cell with F2 and comes back to the cell', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await press(page, '甲二食品', 'flag')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expectCell(page, '甲二食品', 'flag', '√ 2面')
  await page.keyboard.press('F2')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name: '甲二食品 党旗' })).toBeVisible()
  await expectAccessible(page)
  await drawer.getByLabel('接收人').fill('李四')
  await drawer.getByLabel('金额').fill('120.5')
  await page.keyboard.press('Control+s')
  await expect(drawer).toBeHidden()
  expect((await ask(page, 'record.page', { kind: 'delivery' })).rows[0]?.values).toMatchObject({ receiver: '李四', amount: 12050, quantity: 2 })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await expect(drawer.getByRole('combobox', { name: '企业 必填' })).toHaveValue('甲三服装')
  await expect(drawer.getByRole('combobox', { name: '项目 必填' })).toHaveValue('党旗')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await page.keyboard.type('×')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲三服装', 'flag', '×')
})

test('offers the room of one enterprise to the others of its joint organisation', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '三建三送')
  await press(page, '甲二食品', 'room')
  await page.keyboard.type('√')
  await page.keyboard.press('Enter')
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  const offer = page.getByRole('status', { name: '联合党组织共用活动室' })
  await expect(offer).toContainText('“中共东山联合支部”还覆盖“甲四建材”、“甲五商贸”')
  await expectAccessible(page)
  await expectCell(page, '甲四建材', 'room', '')
  await offer.getByRole('button', { name: '登记为“共用”(2 家)' }).click()
  await expect(offer).toBeHidden()
  await expectCell(page, '甲四建材', 'room', '共用')
  await expectCell(page, '甲五商贸', 'room', '共用')
  await expectCell(page, '甲一机械', 'room', '')
})

test('tells two windows apart cell by cell', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  await openScreen(page, '三建三送')
  await page.route('**/events', (route) => route.abort())
  await press(page, '甲二食品', 'flag')
  // As from another window: the door is asked behind the back of this sheet, which hears of it a moment later.
  const marks = [{ enterpriseId: ids['甲三服装'] ?? 0, item: 'flag' as const, values: { state: '推进中' } }]
  await page.evaluate(async (body) => {
    const text = new DataTransfer()
    text.setData('text/plain', '√\r\n×\r\n○')
    await fetch('/call/delivery.mark', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: text, bubbles: true, cancelable: true }))
  }, JSON.stringify({ marks }))
  await expect(page.getByText('这一格刚在别处改成了“○”')).toBeVisible()
  await expectCell(page, '甲二食品', 'flag', '√')
  await expectCell(page, '甲四建材', 'flag', '○')
  const { rows } = await ask(page, 'delivery.page', {})
  expect(rows.map(({ cells }) => cells.flag?.state)).toEqual(['已落实', '推进中', '推进中', undefined, undefined])
  await page.getByRole('button', { name: '改正第 2 行 党旗' }).click()
  await page.keyboard.press('Enter')
  await expectCell(page, '甲三服装', 'flag', '×')
})

test('narrows by what is lacking and by search, keeps it in the address, and exports it', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  await ask(page, 'delivery.mark', {
    marks: enterprises.slice(0, 2).map((name) => ({ enterpriseId: ids[name] ?? 0, item: 'flag' as const, values: { state: '已落实', doneOn: '2026-01-01' } })),
  })
  await openScreen(page, '三建三送')
  await expect(page.getByText('在册企业 5 家')).toBeVisible()
  await page.getByRole('button', { name: /^缺少：/ }).click()
  await page.getByRole('checkbox', { name: '党旗' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('筛选出 3 家')).toBeVisible()
  // A cell ticked now stays where it is until the question is asked anew.
  await press(page, '甲三服装', 'flag')
  await page.keyboard.type('√')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲三服装', 'flag', '√')
  await page.reload()
  await expect(page.getByText('筛选出 2 家')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  expect((await download).suggestedFilename()).toMatch(/^三建三送_.*\.xlsx$/)
  await expect(page.getByText(/共 2 家$/)).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('没有这家')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(page.getByText('在册企业 5 家')).toBeVisible()
})
