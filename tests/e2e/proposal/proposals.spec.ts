import { expect, test } from '../app'
import { fillOffice, openScreen } from '../assessment/figures'
import { ask } from '../delivery/office'
import { cell } from '../records/sheet'
import { expectAccessible } from '../screens/clerk'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

test('late answers are marked and found, and an answer ends them', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  const base = { receivedOn: '2020-03-01', raisedBy: '王五', content: '希望解决停车难' }
  await ask(page, 'record.save', {
    changes: [
      { kind: 'proposal', id: -1, values: { ...base, topic: '园区停车', answerDue: '2020-04-01' } },
      { kind: 'proposal', id: -2, values: { ...base, topic: '用工信息', answerDue: '2099-04-01' } },
    ],
  })
  await openScreen(page, '意见建议')
  await expect(page.getByText('共 2 条')).toBeVisible()
  await page.getByRole('button', { name: /^超期情况/ }).click()
  await page.getByRole('checkbox', { name: '已超期' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('筛选出 1 条')).toBeVisible()
  await expect(cell(page, 1, 'topic')).toHaveText('园区停车')
  await expectAccessible(page)

  await cell(page, 1, 'topic').click()
  await page.keyboard.press('Control+Enter')
  const drawer = page.getByRole('dialog', { name: '意见建议明细' })
  await drawer.getByRole('combobox', { name: /^办理情况/ }).fill('已答复')
  await page.keyboard.press('Control+s')
  await expect(drawer.getByText('已答复应填答复内容')).toBeVisible()
  await drawer.getByRole('textbox', { name: /^答复日期/ }).fill('2020.3.20')
  await drawer.getByRole('textbox', { name: /^答复内容/ }).fill('已增划车位 30 个')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('筛选出 0 条')).toBeVisible()
  const { rows } = await ask(page, 'record.page', { kind: 'proposal', filter: { is: { answerState: ['已答复'] } } })
  expect(rows.map(({ values }) => [values.topic, values.answeredOn])).toEqual([['园区停车', '2020-03-20']])
})
