import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { cell, openLedger, pasteBlock, said, textsOf } from './sheet'

test.beforeEach(({ door }) => {
  test.skip(door === 'electron', 'the clipboard of a desktop window asks for no permission and grants none')
})

test('copies a range and pastes a block, refusing single cells, in one edit', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLedger(page, '经费')
  const rows = [3, 4, 5]
  const [amounts, summaries] = [await textsOf(page, rows, 'amount'), await textsOf(page, rows, 'summary')]

  await test.step('Shift and arrows select, Ctrl+C copies with tabs', async () => {
    await cell(page, 1, 'occurredOn').click()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`)
    await expect(page.locator('.ag-cell.cell-in-range')).toHaveCount(6)
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const [first, second] = await textsOf(page, [1, 2], 'occurredOn')
    expect(copied.split('\r\n').map((line) => line.split('\t')[0])).toEqual([first, second])
  })

  await test.step('a pasted block is saved but for what cannot be read', async () => {
    await cell(page, 3, 'amount').click()
    await pasteBlock(page, [
      ['11', '', '会议和活动', '甲'],
      ['二十', '', '会议和活动', '乙'],
      ['33', '', '不存在', '"丙""丁"'],
    ])
    const refused = page.getByRole('region', { name: /^2 处没有保存/ })
    await expect(refused).toContainText('第 4 行 金额')
    await expect(refused).toContainText('第 5 行 支出用途')
    await expect(cell(page, 3, 'amount')).toHaveText('11.00')
    await expect(cell(page, 4, 'amount')).toHaveText('二十')
    await expect(cell(page, 5, 'summary')).toHaveText('丙"丁')
    await expectAccessible(page)
    await refused.getByRole('button', { name: '全部放弃' }).click()
  })

  await test.step('one Ctrl+Z takes the whole block back', async () => {
    await cell(page, 3, 'amount').click()
    await page.keyboard.press('Control+z')
    await expect(said(page, '已撤销“粘贴党建经费 3 行”')).toBeVisible()
    await expect(cell(page, 3, 'amount')).toHaveText(amounts[0] ?? '')
    expect(await textsOf(page, rows, 'amount')).toEqual(amounts)
    expect(await textsOf(page, rows, 'summary')).toEqual(summaries)
  })
})

test('fills down, empties and selects with the mouse', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  const rows = [2, 3, 4, 5]
  const before = await textsOf(page, rows, 'summary')
  const [from, to] = [await cell(page, 2, 'summary').boundingBox(), await cell(page, 5, 'summary').boundingBox()]
  if (!from || !to) throw new Error('cells that are not shown')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y - 10, { steps: 5 })
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 3 })
  await page.mouse.up()
  await expect(page.locator('.ag-cell.cell-in-range')).toHaveCount(4)

  await page.keyboard.press('Control+d')
  for (const row of rows) await expect(cell(page, row, 'summary')).toHaveText(before[0] ?? '')
  await page.keyboard.press('Delete')
  for (const row of rows) await expect(cell(page, row, 'summary')).toHaveText('')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 5, 'summary')).toHaveText(before[0] ?? '')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 5, 'summary')).toHaveText(before[3] ?? '')

  await test.step('what is required cannot be emptied', async () => {
    const amount = await cell(page, 2, 'amount').innerText()
    await cell(page, 2, 'amount').click()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('region', { name: /^1 处没有保存/ })).toContainText('“金额”不能为空')
    await page.getByRole('button', { name: '全部放弃' }).click()
    await expect(cell(page, 2, 'amount')).toHaveText(amount)
  })
})
