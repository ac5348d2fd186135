import type { Page } from '@playwright/test'
import { addDays, addMonths } from '../../../shared/domain/calendarDate'
import { quarterLabel } from '../../../shared/domain/quarter'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice, today } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'

const cell = (page: Page, name: string) => page.getByRole('gridcell', { name, exact: true })

test('plans what is due: overdue first, edited in place, counted at once', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const day = await today(page)
  const [, , third = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '甲机械有限公司', unitId: 1, formalMembers: 5 } },
    { kind: 'enterprise', id: -2, values: { name: '乙机械有限公司', unitId: 1, formalMembers: 1, unbuiltReason: '党员不足3名' } },
    { kind: 'enterprise', id: -3, values: { name: '丙机械有限公司', unitId: 1, formalMembers: 3, plannedFoundingOn: addMonths(day, -2) } },
  ])
  await goTo(page, '/plans')
  await expect(page.getByText('共 2 条')).toBeVisible()
  const names = page.locator('.ag-row [col-id="name"]')
  await expect(names).toHaveText(['丙机械有限公司', '甲机械有限公司'])
  await expect(cell(page, '逾期')).toBeVisible()
  await expectAccessible(page)

  await page.locator('[row-index="1"] [col-id="plannedMode"]').click()
  await page.keyboard.type('单独组建')
  await page.keyboard.press('Tab')
  await page.keyboard.type(addMonths(day, 2).replaceAll('-', '.'))
  await page.keyboard.press('Tab')
  await page.keyboard.type('召开党员大会')
  await page.keyboard.press('Enter')
  await expect(cell(page, addMonths(day, 2))).toBeVisible()
  await expect(page.locator('[row-index="1"] [col-id="planState"]')).toHaveText('已列计划')
  await expect(page.getByLabel('组建计划').locator('div').filter({ hasText: '已列计划' })).toContainText('2 家')

  await page.locator('.name-link').first().click()
  const drawer = page.getByRole('dialog', { name: /明细/ })
  await expect(drawer.getByRole('link', { name: /建党组织/ })).toHaveAttribute('href', new RegExp(`/orgs/new\\?enterprise=${third}$`))
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '全部未建' }).click()
  await expect(page.getByText('共 3 条')).toBeVisible()
  await page.getByLabel('组建计划').getByRole('link', { name: '1 家' }).first().click()
  await expect(page.getByText('筛选出 1 条')).toBeVisible()
})

test('follows newly founded enterprises up, first the longest due', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const day = await today(page)
  const [young = 0, older = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '甲科技有限公司', unitId: 1, establishedOn: addDays(day, -40) } },
    { kind: 'enterprise', id: -2, values: { name: '乙科技有限公司', unitId: 1, establishedOn: addDays(day, -100) } },
    { kind: 'enterprise', id: -3, values: { name: '丙科技有限公司', unitId: 1, establishedOn: addDays(day, -3) } },
  ])
  await goTo(page, '/newcomers')
  await expect(page.getByText('共 2 条')).toBeVisible()
  await expect(page.locator('.ag-row [col-id="name"]')).toHaveText(['乙科技有限公司', '甲科技有限公司'])
  await expectAccessible(page)
  await goTo(page, `/newcomers/open?id=${young}`)
  const drawer = page.getByRole('dialog', { name: '新设立企业跟踪' })
  const first = drawer.getByRole('tabpanel', { name: /^首次跟踪\(成立后 30 天\)/ })
  await first.getByRole('textbox', { name: '了解到的情况' }).fill('从业 12 人，没有党员')
  await expectAccessible(page)
  await first.getByRole('button', { name: '保存', exact: true }).press('Enter')
  await expect(page.getByText('共 1 条')).toBeVisible()
  const kept = await askOffice(page, 'record.page', { kind: 'followUp', filter: { enterpriseId: young } })
  expect(kept.rows.map(({ values }) => [values['step'], values['doneOn'], values['result']])).toEqual([['首次', day, '从业 12 人，没有党员']])
  await first.getByRole('textbox', { name: '了解到的情况' }).fill('从业 12 人，党员 1 名')
  await first.getByRole('button', { name: '保存', exact: true }).press('Enter')
  await expect.poll(async () => (await askOffice(page, 'record.page', { kind: 'followUp' })).rows.map(({ values }) => values['result'])).toEqual(['从业 12 人，党员 1 名'])
  await drawer.getByRole('tab', { name: /^首次跟踪/ }).press('ArrowRight')
  await expect(drawer.getByRole('tabpanel', { name: /^再次跟踪\(成立后 90 天\)/ })).toBeVisible()
  await page.getByRole('link', { name: '近一年新设立' }).click()
  await expect(page.getByText('共 3 条')).toBeVisible()
  expect(older).toBeGreaterThan(young)
})

test('fills the organisation life of a quarter like a sheet', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const day = await today(page)
  await saveRecords(
    page,
    [1, 2, 3].map((i) => ({ kind: 'partyOrg' as const, id: -i, values: { name: `中共第${i}支部委员会`, unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区' } })),
  )
  await goTo(page, '/activities')
  await expect(page.getByText('还有 3 个党组织没有列入本季度')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '全部列入' }).press('Enter')
  await expect(page.getByText('共 3 条')).toBeVisible()
  await page.locator('[row-index="0"] [col-id="memberMeetings"]').click()
  for (const typed of ['1', 'Tab', '3', 'Tab', '2', 'Enter', '0', 'Enter']) {
    if (typed.length > 1) await page.keyboard.press(typed)
    else await page.keyboard.type(typed)
  }
  const { rows } = await askOffice(page, 'record.page', { kind: 'activityCount', filter: { is: { quarter: [quarterLabel(day)] } } })
  expect(rows).toHaveLength(3)
  await expect
    .poll(async () => {
      const page1 = await askOffice(page, 'record.page', { kind: 'activityCount' })
      return page1.rows.flatMap(({ values }) => [values['memberMeetings'], values['committeeMeetings'], values['groupMeetings']]).filter((count) => count !== null).sort()
    })
    .toEqual([0, 1, 2, 3])
  await expectAccessible(page)
  await page.getByRole('button', { name: '上一季度' }).click()
  await expect(page.getByText('还有 3 个党组织没有列入本季度')).toBeVisible()
})

test('records an activity under a carrier of the list', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  await saveRecords(page, [{ kind: 'partyOrg', id: -1, values: { name: '中共第一支部委员会', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区' } }])
  await goTo(page, '/activities/carriers')
  await page.getByRole('button', { name: '新增' }).first().click()
  const drawer = page.getByRole('dialog', { name: /新增载体活动/ })
  await drawer.getByRole('textbox', { name: '活动日期' }).fill(await today(page))
  await drawer.getByRole('combobox', { name: '活动载体' }).focus()
  await page.keyboard.insertText('一个党员')
  await expect(page.getByRole('option', { name: '一个党员一面旗' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('combobox', { name: '活动载体' })).toHaveValue('一个党员一面旗')
  await drawer.getByRole('textbox', { name: '活动名称' }).fill('党员示范岗授旗')
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect(drawer.getByText('党组织和企业至少选一个')).toBeVisible()
  await drawer.getByRole('combobox', { name: '党组织' }).focus()
  await page.keyboard.insertText('第一')
  await expect(page.getByRole('option', { name: '中共第一支部委员会' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(cell(page, '党员示范岗授旗')).toBeVisible()
})
