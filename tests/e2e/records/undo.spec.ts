import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { cell, openLedger, said, textsOf } from './sheet'

const rows = [1, 2, 3]

async function openFunds(page: Page): Promise<void> {
  await openLedger(page, '经费')
  await expect(cell(page, 3, 'summary')).not.toHaveText('')
}

async function typeDown(page: Page, words: readonly string[]): Promise<void> {
  await cell(page, 1, 'summary').click()
  for (const word of words) {
    await page.keyboard.type(word)
    await page.keyboard.press('Enter')
  }
  await expect(cell(page, words.length, 'summary')).toHaveText(words.at(-1) ?? '')
}

test('takes back as many edits as there were presses, however slow the first one is', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openFunds(page)
  const before = await textsOf(page, rows, 'summary')
  await typeDown(page, ['甲', '乙', '丙'])
  await page.route('**/call/edit.undo', async (route) => {
    await new Promise((done) => setTimeout(done, 700))
    await route.continue()
  })
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => textsOf(page, rows, 'summary')).toEqual(before)
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => textsOf(page, rows, 'summary')).toEqual(['甲', '乙', before[2]])
})

test('an edit made while another is taken back stays, and is the next to be taken back', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openFunds(page)
  const before = await textsOf(page, rows, 'summary')
  await typeDown(page, ['甲'])
  let answer = (): void => undefined
  const waiting = new Promise<void>((done) => (answer = done))
  await page.route('**/call/edit.undo', async (route) => {
    await waiting
    await route.continue()
  })
  await page.keyboard.press('Control+z')
  await page.keyboard.type('乙')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toHaveAttribute('title', /^撤销“修改‘.*’的摘要”\(Ctrl\+Z\)$/)
  await expect(cell(page, 2, 'summary')).toHaveText('乙')
  answer()
  await expect.poll(() => textsOf(page, rows, 'summary')).toEqual([before[0], '乙', before[2]])
  await page.keyboard.press('Control+z')
  await expect.poll(() => textsOf(page, rows, 'summary')).toEqual(before)
})

test('says where an edit of another page was taken back, with the way there', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await page.getByRole('button', { name: /^收支：/ }).click()
  await page.getByRole('checkbox', { name: '支出' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '移除筛选：收支：支出' })).toBeVisible()
  await expect(cell(page, 1, 'summary')).not.toBeEmpty()
  const [before] = await textsOf(page, [1], 'summary')
  await cell(page, 1, 'summary').click()
  await page.keyboard.type('写错了')
  // What stood in the cell is saved as the page is left.
  await openLedger(page, '任务督办')
  await page.getByRole('heading', { name: '任务督办' }).click()
  await page.keyboard.press('Control+z')
  const message = said(page, /^已撤销“修改‘.*’的摘要”，是在“经费”里做的。/)
  await expect(message).toBeVisible()
  await expectAccessible(page)
  await message.getByRole('link', { name: '打开“经费”' }).click()
  await expect(page.getByRole('button', { name: '移除筛选：收支：支出' })).toBeVisible()
  await expect(cell(page, 1, 'summary')).toHaveText(before ?? '')
  // Here it can be seen: nothing more is said than that it was done.
  await page.getByRole('heading', { name: '经费' }).click()
  await page.keyboard.press('Control+y')
  await expect(said(page, /^已重做“修改‘.*’的摘要”$/)).toBeVisible()
  await expect(cell(page, 1, 'summary')).toHaveText('写错了')
})
