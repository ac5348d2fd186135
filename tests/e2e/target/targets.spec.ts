import { expect, test } from '../app'
import { figure, fillOffice, openScreen, typeDown } from '../assessment/figures'
import { ask } from '../delivery/office'
import { pasteBlock, said } from '../records/sheet'
import { expectAccessible } from '../screens/clerk'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

test('targets are typed and pasted beside what was done', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openScreen(page, '年度任务')
  await expect(page.getByText('本年度还没有目标')).toBeVisible()
  const year = Number(await page.getByLabel('年度', { exact: true }).inputValue())

  await test.step('typed', async () => {
    await figure(page, '东山街道', 0).click()
    await typeDown(page, ['2', '4'])
    await expect(figure(page, '合计', 0)).toHaveText('6')
    await expect(figure(page, '东山街道', 2)).toHaveText('0.00%')
  })

  await test.step('refused beside the cell', async () => {
    await figure(page, '东山街道', 3).click()
    await page.keyboard.type('120')
    await page.keyboard.press('Enter')
    await expect(page.locator('.cell-editor').getByRole('alert')).toHaveText('比率不能超过 100%')
    await page.keyboard.press('Escape')
  })

  await test.step('pasted and taken back as one', async () => {
    await figure(page, '东山街道', 3).click()
    await pasteBlock(page, [['80'], ['90%']])
    await expect(figure(page, '西岭街道', 3)).toHaveText('90')
    await expect(figure(page, '东山街道', 5)).toHaveText('125.00%')
    await expectAccessible(page)
    await page.keyboard.press('Control+z')
    await expect(said(page, /已撤销“粘贴/)).toBeVisible()
    await expect(figure(page, '西岭街道', 3)).toHaveText('')
    await page.keyboard.press('Control+y')
    await expect(figure(page, '西岭街道', 3)).toHaveText('90')
  })

  await test.step('emptied with Delete', async () => {
    await figure(page, '西岭街道', 0).click()
    await page.keyboard.press('Delete')
    await expect(figure(page, '合计', 0)).toHaveText('2')
  })

  await test.step('the next year begins with those of this one', async () => {
    await page.getByLabel('年度', { exact: true }).selectOption(String(year + 1))
    await expect(figure(page, '东山街道', 0)).toHaveText('')
    await page.getByRole('button', { name: `照 ${year} 年的目标` }).click()
    await expect(figure(page, '东山街道', 0)).toHaveText('2')
    await expect(figure(page, '西岭街道', 3)).toHaveText('90')
    expect((await ask(page, 'record.page', { kind: 'target', filter: { is: { year: [year + 1] } } })).total).toBe(3)
  })
})
