import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { ask, expectCell, fillOffice, openScreen } from './office'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

test('registers one delivery for many, as one edit', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  await ask(page, 'delivery.mark', {
    marks: [{ enterpriseId: ids['甲一机械'] ?? 0, item: 'flag', values: { state: '已落实', doneOn: '2026-01-01' } }],
  })
  await openScreen(page, '三建三送')
  await page.getByRole('button', { name: '批量登记' }).click()
  const dialog = page.getByRole('dialog', { name: '批量登记一次建设或赠送' })
  await expect(dialog.getByRole('button', { name: '全选 4 家' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('批次').fill('2026年第一批')
  await dialog.getByLabel('每家数量').fill('2')
  await dialog.getByLabel('每家金额').fill('六十')
  await dialog.getByLabel('经办人').fill('王芳')
  await dialog.getByRole('button', { name: '全选 4 家' }).click()
  await expect(dialog.getByText('已选 4 家')).toBeVisible()
  await dialog.getByRole('checkbox', { name: '选择“甲五商贸”' }).uncheck()
  await dialog.getByRole('button', { name: '登记 3 家' }).click()
  await expect(dialog.getByText('“每家金额”应填金额')).toBeVisible()
  expect((await ask(page, 'record.page', { kind: 'delivery' })).total).toBe(1)
  await dialog.getByLabel('每家金额').fill('60')
  await expect(dialog.getByText('已选 3 家，共 6 面，合计 180.00 元')).toBeVisible()
  await dialog.getByRole('button', { name: '登记 3 家' }).click()
  await expect(dialog).toBeHidden()
  for (const name of ['甲二食品', '甲三服装', '甲四建材']) await expectCell(page, name, 'flag', '√ 2面')
  await expectCell(page, '甲五商贸', 'flag', '')
  const { rows } = await ask(page, 'record.page', { kind: 'delivery', filter: { enterpriseId: ids['甲二食品'] ?? 0 } })
  expect(rows[0]?.values).toMatchObject({ batch: '2026年第一批', amount: 6000, handler: '王芳', quantity: 2, state: '已落实' })
  expect((await ask(page, 'edit.page', {})).rows[0]).toMatchObject({ label: '批量登记党旗 3 家', records: 3 })
  await page.keyboard.press('Control+z')
  await expectCell(page, '甲三服装', 'flag', '')
  await expectCell(page, '甲一机械', 'flag', '√')
})

test('keeps those picked that another window served meanwhile, and says why', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  await openScreen(page, '三建三送')
  await page.getByRole('button', { name: '批量登记' }).click()
  const dialog = page.getByRole('dialog', { name: '批量登记一次建设或赠送' })
  await dialog.getByRole('button', { name: '全选 5 家' }).click()
  await expect(dialog.getByText('已选 5 家')).toBeVisible()
  await ask(page, 'delivery.mark', { marks: [{ enterpriseId: ids['甲四建材'] ?? 0, item: 'flag', values: { state: '需更换' } }] })
  await dialog.getByRole('button', { name: '登记 5 家' }).click()
  await expect(dialog.getByRole('alert')).toContainText('有 1 家没有登记')
  await expect(dialog.getByRole('alert')).toContainText('甲四建材：这一格刚在别处改成了“需更换”')
  await expect(dialog.getByText('已选 1 家')).toBeVisible()
  await expectAccessible(page)
})
