import { expect, test } from '../app'
import { ask, expectCell, fillOffice, press } from '../delivery/office'
import { goTo } from '../goTo'
import { expectAccessible } from '../screens/clerk'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

test('the words of the office are set once and stand on every screen', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  const enterpriseId = ids['甲三服装'] ?? 0
  const list = (name: string) => page.getByRole('group', { name, exact: true })

  await test.step('one input a word; what would be taken for another is refused beside it', async () => {
    await goTo(page, '/settings?part=words')
    const status = list('经营状态')
    await status.getByLabel('正常经营').fill('筹建')
    await expect(page.getByText('“筹建”是另一项的标准词，不能用作“正常经营”的叫法')).toBeVisible()
    await expect(status.getByLabel('正常经营')).toHaveAttribute('aria-invalid', 'true')
    await expect(status.getByLabel('停产停业')).toHaveAttribute('aria-invalid', 'false')
    await status.getByLabel('正常经营').fill('')
    await expect(page.getByText('请填写“正常经营”的叫法')).toBeVisible()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
    await expectAccessible(page)
    await status.getByLabel('正常经营').fill('在业')
    await status.getByLabel('停产停业').fill('歇业')
    await list('落实情况').getByLabel('已落实').fill('到位')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('合建')
    await page.keyboard.press('Enter')
    await expect(page.getByText('没有未保存的修改')).toBeVisible()
    await ask(page, 'setting.save', {
      settings: { deliveryLabels: { flag: '党旗党徽' }, goalLabels: { fund: '有保障' }, reminders: { followUpFirstDays: 15 } },
    })
    await page.reload()
    await expect(list('经营状态').getByLabel('正常经营')).toHaveValue('在业')
    await goTo(page, '/settings?part=rules')
    await expect(page.getByRole('checkbox', { name: '在业' })).toBeChecked()
    await expect(page.getByText('默认：在业')).toBeVisible()
  })

  await test.step('企业台账: cells, filter, tag; the change of a status', async () => {
    await goTo(page, '/ledger?op=正常经营')
    await expect(page.locator('.ag-cell[col-id="operatingStatus"]').first()).toHaveText('在业')
    await expect(page.getByText('经营状态：在业')).toBeVisible()
    await page.getByRole('button', { name: /^经营状态/ }).click()
    await expect(page.getByRole('checkbox', { name: '歇业' })).toBeVisible()
    await page.keyboard.press('Escape')
    await goTo(page, `/enterprise/${enterpriseId}`)
    await page.getByRole('button', { name: '变更经营状态' }).click()
    const dialog = page.getByRole('dialog', { name: /变更经营状态/ })
    await expect(dialog.getByRole('combobox').first()).toHaveValue('在业')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('歇')
    await page.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: /原因/ }).fill('检修')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('经营状态为“歇业”，不计入实体运营基数')).toBeVisible()
    await expect(page.locator('.status-tag', { hasText: '歇业' })).toBeVisible()
    const { values } = await ask(page, 'record.get', { kind: 'enterprise', id: enterpriseId })
    expect(values['operatingStatus']).toBe('停产停业')
    await goTo(page, '/log')
    await expect(page.getByText(/经营状态改为“歇业”/).first()).toBeVisible()
  })

  await test.step('三建三送: matrix, marks, totals, drawer and its form', async () => {
    await goTo(page, '/deliveries')
    await expect(page.getByRole('columnheader', { name: '党旗党徽' })).toBeVisible()
    await expect(page.getByRole('button', { name: '√ 到位' })).toBeVisible()
    await press(page, '甲三服装', 'flag')
    await page.keyboard.type('合建')
    await page.keyboard.press('Enter')
    await expectCell(page, '甲三服装', 'flag', '合建')
    await press(page, '甲三服装', 'books')
    await page.keyboard.type('到位')
    await page.keyboard.press('Enter')
    await expectCell(page, '甲三服装', 'books', '√')
    await expect(page.getByLabel('各项合计').locator('div', { hasText: '党旗党徽' })).toContainText('合建 1')
    await press(page, '甲三服装', 'flag')
    await page.keyboard.press('F2')
    const drawer = page.getByRole('dialog', { name: '三建三送明细' })
    await expect(drawer.getByRole('heading', { name: '甲三服装 党旗党徽' })).toBeVisible()
    await expect(drawer.locator('.field', { hasText: '落实情况' }).locator('input').first()).toHaveValue('合建')
    await expectAccessible(page)
    await drawer.getByRole('tab', { name: '修改记录' }).click()
    await expect(drawer.getByText('党旗党徽').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('六有 and 新设立企业 in the drawer, the recycle bin', async () => {
    const { today } = await ask(page, 'office.status', {})
    const { saved } = await ask(page, 'record.save', {
      changes: [
        { kind: 'goalCheck', id: -1, values: { enterpriseId, period: '2026年第1季度', checkedOn: today, fundMet: true } },
        { kind: 'followUp', id: -1, values: { enterpriseId, step: '首次', doneOn: today, result: '没有党员' } },
      ],
    })
    await goTo(page, '/goals?period=2026年第1季度')
    await expect(page.getByRole('columnheader', { name: '有保障' })).toBeVisible()
    await press(page, '甲三服装', 'fund')
    await page.keyboard.press('Control+Enter')
    const goals = page.getByRole('dialog', { name: '六有评定明细' })
    await expect(goals.locator('.field', { hasText: '有保障依据' })).toBeVisible()
    await goTo(page, '/newcomers/records')
    await expect(page.locator('.ag-cell[col-id="step"]').first()).toHaveText('首次(15 天)')
    await page.getByRole('button', { name: /^节点/ }).click()
    await expect(page.getByRole('checkbox', { name: '再次(90 天)' })).toBeVisible()
    await page.keyboard.press('Escape')
    await ask(page, 'record.remove', { kind: 'followUp', ids: [saved[1]?.id ?? 0] })
    await goTo(page, '/trash')
    await expect(page.getByText('甲三服装 首次(15 天)')).toBeVisible()
  })
})
