import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice } from '../liaison/prepare'
import { expectAccessible, openPage } from '../screens/clerk'
import { exportedCells } from '../screens/exportedCells'

async function prepare(page: Page): Promise<number> {
  await setUpOffice(page)
  const [id = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1, operatingStatus: '正常经营', contactName: '张三', contactPhone: '13800000001' } },
  ])
  await saveRecords(page, [{ kind: 'liaison', id: -1, values: { name: '赵六', kind: '联络员', phone: '13700000007' } }])
  return id
}

for (const size of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  test(`telephones are hidden until somebody asks to see them at ${size.width} × ${size.height}`, async ({ openApp }) => {
    const { page, problems } = await openApp()
    await page.setViewportSize(size)
    await prepare(page)
    await openPage(page, '企业台账')
    const cell = page.locator('.ag-cell[col-id="contactPhone"]').first()
    await expect(cell).toHaveText('138****0001')
    await page.getByRole('button', { name: '显示电话' }).click()
    await expect(cell).toHaveText('13800000001')
    await expectAccessible(page)
    await page.getByRole('button', { name: '隐藏电话' }).click()
    await expect(cell).toHaveText('138****0001')
    const { rows } = await askOffice(page, 'edit.page', { actions: ['查看电话'] })
    expect(rows.map(({ label }) => label)).toEqual(['查看电话：企业整页'])
    expect(problems).toEqual([])
  })
}

test('a record shows its own, and a form beside a hidden one does not write the mask', async ({ openApp }) => {
  const { page } = await openApp()
  const id = await prepare(page)
  await goTo(page, `/enterprise/${id}`)
  await expect(page.getByText('138****0001').first()).toBeVisible()
  await page.getByRole('button', { name: '修改', exact: true }).first().click()
  const phone = page.getByLabel('联系电话', { exact: true })
  await expect(phone).toHaveValue('138****0001')
  await page.getByLabel('联系人', { exact: true }).fill('李四')
  await page.getByRole('button', { name: /^保存/ }).first().click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.getByRole('button', { name: '显示电话' }).last().click()
  await expect(page.getByText('13800000001').first()).toBeVisible()
})

test('a file hides them where it is asked to, and the log says so', async ({ openApp }) => {
  const { page } = await openApp()
  await prepare(page)
  await openPage(page, '企业台账')
  await page.getByRole('button', { name: '导出台账' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('导出时隐藏电话').check()
  const { cells } = await exportedCells(page, () => dialog.getByRole('button', { name: '导出' }).click())
  expect(cells.flat()).toContain('138****0001')
  const { rows } = await askOffice(page, 'edit.page', { actions: ['导出'] })
  const [entry] = await askOffice(page, 'edit.entries', { editId: rows[0]?.id ?? 0 })
  expect(entry?.changes.map(({ label, after }) => `${label}：${after}`)).toContain('电话：隐藏')
})

test('a hidden telephone opened in its cell is left as it is, typed over as a whole, and refused in part', async ({ openApp }) => {
  const { page, problems } = await openApp()
  const id = await prepare(page)
  await openPage(page, '企业台账')
  const cell = page.locator('.ag-cell[col-id="contactPhone"]').first()
  await expect(cell).toHaveText('138****0001')
  const edits = async (): Promise<number> => (await askOffice(page, 'edit.page', { actions: ['修改'] })).rows.length
  const kept = async (): Promise<unknown> => {
    await askOffice(page, 'privacy.reveal', { what: { record: { kind: 'enterprise', id } } })
    const { values } = await askOffice(page, 'record.get', { kind: 'enterprise', id })
    await askOffice(page, 'privacy.hide', { what: { record: { kind: 'enterprise', id } } })
    return values['contactPhone']
  }
  for (const leave of ['Enter', 'Escape', 'Tab']) {
    await cell.click()
    await page.keyboard.press('F2')
    await page.keyboard.press(leave)
  }
  expect(await edits()).toBe(0)

  await cell.dblclick()
  await page.keyboard.press('End')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('里有星号，是隐藏后的电话').first()).toBeVisible()
  expect(await edits()).toBe(0)
  expect(await kept()).toBe('13800000001')

  await cell.dblclick()
  await page.keyboard.type('13900000002')
  await page.keyboard.press('Enter')
  await expect(cell).toHaveText('139****0002')
  expect(await kept()).toBe('13900000002')
  expect(problems).toEqual([])
})

test('a hidden telephone entered in a form is chosen whole; what is left of one is refused beside its field', async ({ openApp }) => {
  const { page } = await openApp()
  const id = await prepare(page)
  await page.goto(`${page.url().split('#')[0] ?? ''}#/enterprise/${id}`)
  await page.getByRole('button', { name: '修改', exact: true }).first().click()
  const phone = page.getByLabel('联系电话', { exact: true })
  await phone.focus()
  await page.keyboard.type('1')
  await expect(phone).toHaveValue('1')
  await phone.fill('138****00012')
  await phone.blur()
  await expect(page.getByText('里有星号，是隐藏后的电话').first()).toBeVisible()
  await expectAccessible(page)
  await phone.fill('13900000003')
  await page.getByRole('button', { name: /^保存/ }).first().click()
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByText('139****0003').first()).toBeVisible()
})
