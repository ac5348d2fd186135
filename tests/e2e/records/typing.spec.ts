import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { cell, cellBox, openLedger, said, textsOf } from './sheet'

test('types down and along a ledger as into a spreadsheet, and takes it back', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await expectAccessible(page)
  const before = await textsOf(page, [1, 2, 3], 'summary')
  const [typed, use] = (await cell(page, 3, 'use').innerText()) === '教育培训' ? ['表彰', '表彰奖励'] : ['教育', '教育培训']

  await cell(page, 1, 'summary').click()
  await page.keyboard.type('购书')
  await page.keyboard.press('Enter')
  await page.keyboard.type('会场费')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'summary')).toHaveText('购书')
  await expect(cell(page, 2, 'summary')).toHaveText('会场费')

  await test.step('F2 edits what is there, Esc gives up', async () => {
    await cell(page, 1, 'summary').click()
    await page.keyboard.press('F2')
    await expect(cellBox(page)).toHaveValue('购书')
    await page.keyboard.type('一批')
    await page.keyboard.press('Escape')
    await expect(cell(page, 1, 'summary')).toHaveText('购书')
  })

  await test.step('Tab goes right, Enter back to the column it began in', async () => {
    await cell(page, 3, 'amount').click()
    await page.keyboard.type('12.5')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(typed ?? '')
    await expect(page.getByRole('option', { name: use })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await page.keyboard.type('77')
    await page.keyboard.press('Enter')
    await expect(cell(page, 3, 'amount')).toHaveText('12.50')
    await expect(cell(page, 3, 'use')).toHaveText(use ?? '')
    await expect(cell(page, 4, 'amount')).toHaveText('77.00')
  })

  await test.step('Ctrl+Z takes the edits back one by one, Ctrl+Y makes them again', async () => {
    for (const label of ['金额', '支出用途', '金额', '摘要', '摘要']) {
      await page.keyboard.press('Control+z')
      await expect(said(page, new RegExp(`已撤销.*${label}`))).toBeVisible()
      await expect(page.getByRole('button', { name: '重做' })).toBeEnabled()
    }
    await expect(cell(page, 2, 'summary')).toHaveText(before[1] ?? '')
    await expect(cell(page, 1, 'summary')).toHaveText(before[0] ?? '')
    await page.keyboard.press('Control+y')
    await expect(cell(page, 1, 'summary')).toHaveText('购书')
  })
})

test('an input method composes in the cell from the first letter on', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the input method is played through the protocol of a browser page')
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await cell(page, 2, 'summary').click()
  const keyboard = await page.context().newCDPSession(page)
  for (const typed of ['z', 'zh', 'zhong', 'zhong g', 'zhong guo']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    const selection = { selectionStart: typed.length, selectionEnd: typed.length }
    await keyboard.send('Input.imeSetComposition', { text: typed, ...selection })
    await expect(cellBox(page)).toHaveValue(typed)
  }
  // Enter picks the word; it is the input method's, not the sheet's.
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  await keyboard.send('Input.insertText', { text: '中国' })
  await expect(cellBox(page)).toHaveValue('中国')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2, 'summary')).toHaveText('中国')
  await expect(page.getByRole('textbox', { name: /^第 3 行 摘要/ })).toBeFocused()
})

test('a refused cell keeps what was typed with the reason beside it, also over a reload', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await cell(page, 2, 'amount').click()
  await page.keyboard.type('一百')
  await page.keyboard.press('Enter')
  await expect(cellBox(page)).toHaveValue('一百')
  await expect(page.getByText('“金额”应填金额（元），不能是“一百”')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  const refused = page.getByRole('region', { name: /^1 处没有保存/ })
  await expect(refused).toContainText('“一百”')
  await expect(cell(page, 2, 'amount')).toHaveText('一百')
  await refused.getByRole('button', { name: '改正第 2 行 金额' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2, 'amount')).toHaveText('100.00')
  await expect(refused).toBeHidden()
})

test('finds a record to point at by pinyin initials', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await cell(page, 1, 'enterpriseId').click()
  await page.keyboard.type('dssyd')
  // At once: the answer of the list is waited for.
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'enterpriseId')).toHaveText('东山盛源鼎建材有限责任公司')

  await test.step('and by picking it from the list', async () => {
    await cell(page, 2, 'enterpriseId').click()
    await page.keyboard.press('Alt+ArrowDown')
    const option = page.getByRole('option').nth(2)
    const name = await option.locator('.words').innerText()
    await expectAccessible(page)
    await option.click()
    await expect(cell(page, 2, 'enterpriseId')).toHaveText(name)
    await expect(page.getByRole('textbox', { name: /^第 3 行 企业/ })).toBeFocused()
  })
})
