import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { callBeside, cell, openLedger } from './sheet'

const org = '中共'

function drawer(page: Page) {
  return page.locator('aside.drawer')
}

function field(page: Page, name: string) {
  return drawer(page).getByRole(/^(收支|收入来源|支出用途|党组织|企业)$/.test(name) ? 'combobox' : 'textbox', { name })
}

async function openNew(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await expect(field(page, '日期')).toBeFocused()
}

test('records by keyboard alone, the next one keeping date and organisation', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  const total = Number(/\d+/.exec((await page.getByText(/^共 \d+ 条$/).textContent()) ?? '')?.[0])
  await openNew(page)
  await page.keyboard.press('Control+s')
  await expect(drawer(page).getByText('不能为空')).toHaveCount(3)
  await expectAccessible(page)

  await page.keyboard.type('2026.3.5')
  await page.keyboard.press('Tab')
  await expect(field(page, '日期')).toHaveValue('2026-03-05')
  await page.keyboard.type('支')
  await expect(page.getByRole('option', { name: '支出' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('88.8')
  await field(page, '支出用途').fill('会议')
  await page.keyboard.press('Enter')
  await field(page, '摘要').fill('茶水费')
  await field(page, '党组织').fill(org)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field(page, '党组织')).not.toHaveValue(org)
  const chosen = await field(page, '党组织').inputValue()
  await page.keyboard.press('Control+Enter')

  await expect(page.getByText(`共 ${total + 1} 条`)).toBeVisible()
  await expect(field(page, '摘要')).toHaveValue('')
  await expect(field(page, '日期')).toHaveValue('2026-03-05')
  await expect(field(page, '党组织')).toHaveValue(chosen)
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
})

test('nothing typed is lost by a reload', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await openNew(page)
  await field(page, '摘要').fill('没写完的')
  await field(page, '金额').fill('一千')
  await page.reload()
  await page.getByRole('button', { name: '恢复上次没保存的内容' }).click()
  await expect(field(page, '摘要')).toHaveValue('没写完的')
  await expect(field(page, '金额')).toHaveValue('一千')
  await expect(drawer(page).getByText('“金额”应填金额')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await openNew(page)
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(field(page, '摘要')).toHaveValue('')
  await page.reload()
  await expect(field(page, '日期')).toBeVisible()
  await expect(page.getByRole('button', { name: '恢复上次没保存的内容' })).toBeHidden()
})

test('shows both values when another window was faster', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the other window is a call of the browser door')
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  await cell(page, 3, 'rowNumber').getByText('3').click()
  await expect(field(page, '摘要')).toBeVisible()
  const id = Number(/id=(\d+)/.exec(page.url())?.[1])
  await field(page, '摘要').fill('我改的')
  const change = { kind: 'fundEntry', id, values: { summary: '别人改的', note: '别人的备注' } }
  await callBeside(page, 'record.save', { changes: [change], operator: '李四' })
  await page.keyboard.press('Control+s')

  const dialog = page.getByRole('dialog', { name: '这条记录刚在别处改过' })
  await expect(dialog).toContainText('我改的')
  await expect(dialog).toContainText('别人改的')
  await expect(dialog.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '就这样保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(field(page, '备注')).toHaveValue('别人的备注')
  await expect(field(page, '摘要')).toHaveValue('我改的')

  await drawer(page).getByRole('tab', { name: '修改记录' }).click()
  const entry = drawer(page).getByRole('listitem').filter({ hasText: '李四' }).first()
  await expect(entry).toContainText('别人改的')
  await expectAccessible(page)
})

test('a cell changed in another window is refused with both values and can be kept', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the other window is a call of the browser door')
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page, '经费')
  const { rows } = await callBeside<{ rows: { id: number }[] }>(page, 'record.page', { kind: 'fundEntry', offset: 3, limit: 1 })
  const elsewhere = (values: object) =>
    callBeside(page, 'record.save', { changes: [{ kind: 'fundEntry', id: rows[0]?.id, values }] })

  await cell(page, 4, 'summary').click()
  await page.keyboard.type('窗口一')
  await elsewhere({ summary: '窗口二' })
  await page.keyboard.press('Enter')
  const refused = page.getByRole('region', { name: /^1 处没有保存/ })
  await expect(refused).toContainText('窗口一')
  await expect(refused).toContainText('窗口二')
  await refused.getByRole('button', { name: /^改正/ }).click()
  await page.keyboard.press('Enter')
  await expect(refused).toBeHidden()
  await expect(cell(page, 4, 'summary')).toHaveText('窗口一')

  // A change of another field is no conflict for this one.
  await cell(page, 4, 'summary').click()
  await page.keyboard.type('窗口三')
  await elsewhere({ note: '补记' })
  await page.keyboard.press('Enter')
  await expect(cell(page, 4, 'summary')).toHaveText('窗口三')
  await expect(page.getByRole('region', { name: /没有保存/ })).toBeHidden()
})

test('the buttons of a long form cover none of its fields, on a small screen and a large one', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    await openLedger(page, '企业台账')
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await expect(drawer(page).getByRole('textbox', { name: '企业名称' })).toBeFocused()
    await expectAccessible(page)
    const [save, radios] = [drawer(page).getByRole('button', { name: '保存', exact: true }), drawer(page).getByRole('radio')]
    const foot = await save.boundingBox()
    expect(await radios.count()).toBeGreaterThan(10)
    for (const radio of await radios.all()) {
      // As Tab brings it into view.
      await radio.evaluate((one) => one.scrollIntoView({ block: 'nearest' }))
      const box = await radio.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
    }
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toBeHidden()
  }
})
