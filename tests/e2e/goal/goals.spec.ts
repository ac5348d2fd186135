import type { Page } from '@playwright/test'
import { expect, test, type OpenedApp } from '../app'
import { ask, copyBlock, expectCell, fillOffice, openScreen, pasteBlock, press } from '../delivery/office'
import { expectAccessible } from '../screens/clerk'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

/** 甲三服装 has an organisation, an income and an activity of this quarter; 甲一机械 has nothing. */
async function fill(app: OpenedApp): Promise<{ ids: Record<string, number>; today: string; period: string }> {
  const { page } = app
  const ids = await fillOffice(app)
  const { today } = await ask(page, 'office.status', {})
  const period = `${today.slice(0, 4)}年第${Math.ceil(Number(today.slice(5, 7)) / 3)}季度`
  const enterpriseId = ids['甲三服装'] ?? 0
  await ask(page, 'record.save', {
    changes: [
      { kind: 'fundEntry', id: -1, values: { enterpriseId, occurredOn: today, direction: '收入', source: '企业投入', amount: 300_000 } },
      { kind: 'activity', id: -1, values: { enterpriseId, heldOn: today, carrier: '双争双强', title: '评比' } },
      { kind: 'delivery', id: -1, values: { enterpriseId, item: 'rules', state: '已落实', doneOn: today } },
    ],
  })
  return { ids, today, period }
}

async function check(page: Page, period: string, name: string) {
  const { rows } = await ask(page, 'goal.page', { period })
  return rows.find((row) => row.name === name)?.check ?? null
}

test('shows what the records propose and writes nothing before somebody confirms it', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { period } = await fill(app)
  await openScreen(page, '六有')
  await expectAccessible(page)
  await expectCell(page, '甲三服装', 'org', '未评定建议 √ 由“中共东山联合支部”覆盖，联合组建')
  await expectCell(page, '甲三服装', 'place', '未评定建议 × 党员活动室未登记，没有登记活动场所面积')
  await expectCell(page, '甲三服装', 'activity', '未评定建议 √ 本季度活动 1 次')
  await expectCell(page, '甲三服装', 'effect', '未评定由人评定')
  await expectCell(page, '甲一机械', 'org', '未评定建议 × 没有党组织覆盖')
  expect((await ask(page, 'record.page', { kind: 'goalCheck' })).total).toBe(0)

  // One cell by its key, with its evidence; then one against the suggestion, which has none.
  await press(page, '甲三服装', 'org')
  await page.keyboard.type('=')
  await page.keyboard.press('Tab')
  await page.keyboard.type('√')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲三服装', 'org', '√ 达标由“中共东山联合支部”覆盖，联合组建')
  await expectCell(page, '甲三服装', 'place', '√ 达标建议 × 党员活动室未登记，没有登记活动场所面积')
  await expect.poll(async () => (await check(page, period, '甲三服装'))?.verdicts).toMatchObject({
    org: { met: true, evidence: '由“中共东山联合支部”覆盖，联合组建' },
    place: { met: true, evidence: null },
    fund: { met: null },
  })
})

test('confirms a row, and all selected suggestions at once, leaving what was judged', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { period } = await fill(app)
  await openScreen(page, '六有')
  await press(page, '甲三服装', 'org')
  await page.keyboard.press('Shift+Space')
  const adopt = page.getByRole('button', { name: '采纳选定格的建议' })
  await adopt.click()
  const question = page.getByRole('dialog', { name: '采纳建议' })
  await expect(question).toContainText('将 4 格评定为达标、1 格评定为未达标')
  await expect(question).toContainText('1 格没有建议，保持不变')
  await expectAccessible(page)
  await question.getByRole('button', { name: '取消' }).click()
  expect(await check(page, period, '甲三服装')).toBeNull()
  await adopt.click()
  await question.getByRole('button', { name: '确认评定 5 格' }).click()
  await expectCell(page, '甲三服装', 'standing', '缺 1 项')
  await expect(page.getByText('未达标 1', { exact: true }).first()).toBeVisible()

  await press(page, '甲一机械', 'org')
  await page.keyboard.press('Control+a')
  await adopt.click()
  await expect(question).toContainText('5 格已有评定')
  await question.getByRole('button', { name: '确认评定 20 格' }).click()
  await expect(question).toBeHidden()
  await expectCell(page, '甲一机械', 'standing', '缺 5 项')
  expect((await ask(page, 'edit.page', {})).rows[0]).toMatchObject({ label: '采纳六有建议 20 格', records: 4 })
  await page.keyboard.press('Control+z')
  await expectCell(page, '甲一机械', 'standing', '未评定')
  await expectCell(page, '甲三服装', 'standing', '缺 1 项')
})

test('takes remedies and deadlines, and finds those that are overdue', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { period } = await fill(app)
  await openScreen(page, '六有')
  await press(page, '甲一机械', 'org')
  await page.keyboard.type('×')
  await page.keyboard.press('Enter')
  await press(page, '甲一机械', 'deadline')
  await page.keyboard.type('下个月')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert')).toContainText('应填日期')
  await page.keyboard.press('Escape')
  await page.keyboard.type('2026.1.5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('并入联合支部')
  await page.keyboard.press('Enter')
  await expectCell(page, '甲一机械', 'deadline', '2026-01-05')
  await expect.poll(() => check(page, period, '甲一机械')).toMatchObject({ deadline: '2026-01-05', remedy: '并入联合支部' })
  await page.getByRole('button', { name: /^评定情况：/ }).click()
  await page.getByRole('checkbox', { name: '整改逾期' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('筛选出 1 家')).toBeVisible()
  await expectCell(page, '甲一机械', 'standing', '缺 1 项')
  await press(page, '甲一机械', 'org')
  await page.keyboard.press('F2')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('系统建议')).toBeVisible()
  await expect(drawer.getByLabel('整改措施')).toHaveValue('并入联合支部')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.getByText('在册企业 5 家')).toBeVisible()
})

test('is a table of each quarter, copied and pasted like a sheet', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { today, period } = await fill(app)
  await openScreen(page, '六有')
  await press(page, '甲二食品', 'org')
  await pasteBlock(page, [['√', '×'], ['是', '否']])
  await expectCell(page, '甲三服装', 'place', /^× 未达标/)
  expect(await copyBlock(page)).toBe('√\t×\r\n√\t×')
  const earlier = `${Number(today.slice(0, 4)) - 1}年第4季度`
  await page.getByLabel('季度', { exact: true }).selectOption(earlier)
  await expectCell(page, '甲三服装', 'place', /^未评定/)
  await expectCell(page, '甲三服装', 'activity', '未评定建议 × 本季度没有活动和组织生活记录')
  await page.getByLabel('季度', { exact: true }).selectOption(period)
  await expectCell(page, '甲三服装', 'place', /^× 未达标/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  expect((await download).suggestedFilename()).toContain(`${period}六有评定`)
})

test('loses nothing to another window that judges the same enterprise', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { ids, today, period } = await fill(app)
  await openScreen(page, '六有')
  await page.route('**/events', (route) => route.abort())
  await press(page, '甲二食品', 'org')
  const change = {
    kind: 'goalCheck',
    id: -1,
    values: { enterpriseId: ids['甲二食品'], period, checkedOn: today, orgMet: false, effectMet: true },
  }
  await page.evaluate(async (body) => {
    const text = new DataTransfer()
    text.setData('text/plain', '√\t√')
    await fetch('/call/record.save', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: text, bubbles: true, cancelable: true }))
  }, JSON.stringify({ changes: [change] }))
  await expect(page.getByText('这一格刚在别处改成了“×”')).toBeVisible()
  await expect.poll(async () => (await check(page, period, '甲二食品'))?.verdicts).toMatchObject({
    org: { met: false },
    place: { met: true },
    effect: { met: true },
  })
})

test('types through an input method without losing the first letter', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const { period } = await fill(app)
  await openScreen(page, '六有')
  await press(page, '甲二食品', 'remedy')
  const keyboard = await page.context().newCDPSession(page)
  for (const typed of ['j', 'ji', 'jian']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await keyboard.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length })
  }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  expect(await check(page, period, '甲二食品')).toBeNull()
  await keyboard.send('Input.insertText', { text: '建活动室' })
  await page.keyboard.press('Enter')
  await expectCell(page, '甲二食品', 'remedy', '建活动室')
})
