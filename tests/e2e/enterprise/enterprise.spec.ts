import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice, today } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'
import { fieldBox } from './fieldBox'

const cell = (page: Page, row: number, name: string) => page.locator(`.ag-row[row-index="${row}"] [col-id="${name}"]`)
const sheet = (page: Page) => page.getByRole('region', { name: '企业台账表' })

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('adds an enterprise, edits it in the sheet and takes the edit back', async ({ openApp, door }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  await goTo(page, '/ledger')
  await expect(page.getByText('台账里还没有企业')).toBeVisible()
  await page.getByRole('button', { name: '新增' }).first().click()
  const form = page.getByRole('dialog', { name: '新增企业' })
  await expect(fieldBox(form, '企业名称')).toBeFocused()
  await page.keyboard.type('桥头机械有限公司')
  await press(page, 'Control+s')
  await expect(form.getByText('“所属单位”不能为空')).toBeVisible()
  await expect(fieldBox(form, '所属单位')).toBeFocused()
  await page.keyboard.type('甲')
  await expect(form.getByRole('option', { name: '甲街道' })).toBeVisible()
  await press(page, 'Enter')
  await expectAccessible(page)
  await press(page, 'Control+s')
  const drawer = page.getByRole('dialog', { name: '企业明细' })
  await expect(drawer.getByRole('heading', { name: '桥头机械有限公司' })).toBeVisible()
  await press(page, 'Escape')
  await expect(drawer).toBeHidden()

  await cell(page, 0, 'employees').click()
  await page.keyboard.type('25')
  await press(page, 'Enter')
  await expect(cell(page, 0, 'employees')).toHaveText('25')
  await press(page, 'Control+z')
  await expect(cell(page, 0, 'employees')).toHaveText('')
  await press(page, 'Control+y')
  await expect(cell(page, 0, 'employees')).toHaveText('25')

  // What the rule refuses stays where it was typed, with the sentence beside it.
  await cell(page, 0, 'creditCode').click()
  await page.keyboard.type('12345')
  await press(page, 'Enter')
  await expect(sheet(page).getByRole('alert')).toContainText('18 位')
  await press(page, 'Escape')

  // Columns of other records are only shown.
  await cell(page, 0, 'status').click()
  await page.keyboard.type('张')
  await expect(page.getByText('由系统计算或在别处维护')).toBeVisible()
  const kept = await askOffice(page, 'record.page', { kind: 'enterprise' })
  expect(kept.rows[0]?.values).toMatchObject({ employees: 25, creditCode: null, unitId: 1 })

  if (door !== 'browser') return
  await cell(page, 0, 'employees').click()
  await press(page, 'Tab')
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['l', 'li', 'li s', 'li si']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await keyboard.send('Input.insertText', { text: '李四' })
  await press(page, 'Enter')
  await expect(cell(page, 0, 'contactName')).toHaveText('李四')
})

test('renames an enterprise and changes its status with date and reason', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const [id = 0] = await saveRecords(page, [{ kind: 'enterprise', id: -1, values: { name: '桥头机械有限公司', unitId: 1 } }])
  await goTo(page, `/enterprise/${id}`)
  await page.getByRole('button', { name: '改名' }).click()
  const rename = page.getByRole('dialog', { name: /改名/ })
  await expect(fieldBox(rename, '新名称')).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('桥头智能装备有限公司')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: '桥头智能装备有限公司', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: '基本情况' }).getByText('桥头机械有限公司')).toBeVisible()

  await page.getByRole('button', { name: '变更经营状态' }).click()
  const status = page.getByRole('dialog', { name: /变更经营状态/ })
  await expect(fieldBox(status, '经营状态')).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('已注销')
  await press(page, 'Enter', 'Enter')
  await expect(status.getByText('应填原因')).toBeVisible()
  await expect(status.getByText('不再计入在册')).toBeVisible()
  await expectAccessible(page)
  // Nothing typed is lost by a reload: the dialog offers it again.
  await page.reload()
  await page.getByRole('button', { name: '变更经营状态' }).click()
  await status.getByRole('button', { name: '恢复上次没保存的内容' }).click()
  await expect(fieldBox(status, '经营状态')).toHaveValue('已注销')
  await fieldBox(status, '原因').focus()
  await page.keyboard.type('经营不善')
  await press(page, 'Enter')
  await expect(status).toBeHidden()
  await expect(page.getByText('经营状态为“已注销”，不在册')).toBeVisible()
  const { values } = await askOffice(page, 'record.get', { kind: 'enterprise', id })
  expect(values).toMatchObject({ operatingStatus: '已注销', statusReason: '经营不善', statusSince: await today(page), formerNames: ['桥头机械有限公司'] })
  await page.locator('main').focus()
  await press(page, 'Control+z')
  await expect(page.getByText('经营状态为“已注销”，不在册')).toBeHidden()
})

test('merges two records of one enterprise field by field, and takes it back', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const [keep = 0, drop = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '某区东河纺织有限公司', unitId: 1, employees: 20, businessAddress: '东河路1号' } },
    { kind: 'enterprise', id: -2, values: { name: '东河纺织厂', unitId: 1, employees: 35, contactName: '李四' } },
    { kind: 'delivery', id: -1, values: { enterpriseId: -2, item: 'flag', state: '未落实' } },
  ])
  await goTo(page, '/ledger')
  await page.getByRole('button', { name: '合并重复' }).click()
  await expect(page.getByRole('cell', { name: '名称相近' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '比较“某区东河纺织有限公司”和“东河纺织厂”' }).click()
  await expect(page.getByText('转到留下的企业：三建三送 1 条')).toBeVisible()
  await page.getByRole('radio', { name: '从业人员用“35”' }).check()
  await expect(page.getByText('“东河纺织厂”记入曾用名。')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByRole('heading', { name: '某区东河纺织有限公司', level: 1 })).toBeVisible()
  expect((await askOffice(page, 'record.get', { kind: 'enterprise', id: keep })).values).toMatchObject({
    employees: 35, contactName: '李四', businessAddress: '东河路1号', formerNames: ['东河纺织厂'],
  })
  await page.locator('main').focus()
  await press(page, 'Control+z')
  await expect(page.getByText(/^已撤销/)).toBeVisible()
  expect((await askOffice(page, 'record.get', { kind: 'enterprise', id: drop })).values['employees']).toBe(35)
  expect((await askOffice(page, 'record.get', { kind: 'enterprise', id: keep })).values['employees']).toBe(20)
})

test('shows all of an enterprise on one page, each part with the way to add to it', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const day = await today(page)
  const [id = 0, , org = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '桥头机械有限公司', unitId: 1, formalMembers: 4 } },
    { kind: 'enterprise', id: -2, values: { name: '北山食品有限公司', unitId: 1, formalMembers: 1 } },
    { kind: 'partyOrg', id: -1, values: { name: '中共园区联合支部委员会', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区', foundedOn: '2020-01-01' } },
    { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: -2, since: '2020-01-01' } },
    { kind: 'liaison', id: -1, values: { name: '赵红', kind: '联络员' } },
    { kind: 'assignment', id: -1, values: { liaisonId: -1, enterpriseId: -1, from: '2024-01-01' } },
    { kind: 'visit', id: -1, values: { visitedOn: day, liaisonId: -1, enterpriseId: -1, mode: '实地', content: '了解党员情况' } },
    { kind: 'fundEntry', id: -1, values: { occurredOn: day, direction: '收入', source: '财政列支', amount: 500000, enterpriseId: -1 } },
  ])
  await goTo(page, `/enterprise/${id}`)
  const coverage = page.getByRole('region', { name: '党的组织覆盖' })
  await expect(coverage.getByText('正式党员 4 名，应建未建')).toBeVisible()
  await expect(page.getByRole('region', { name: '走访记录' }).getByText('了解党员情况')).toBeVisible()
  await expect(page.getByText('收入 5000.00 元，支出 0.00 元，结余 5000.00 元')).toBeVisible()
  await expectAccessible(page)

  await coverage.getByRole('button', { name: '加入党组织' }).click()
  const join = page.getByRole('dialog', { name: /加入党组织/ })
  await expect(fieldBox(join, '党组织')).toBeFocused()
  await page.keyboard.type('园区')
  await expect(join.getByRole('option')).toHaveCount(1)
  await press(page, 'Enter')
  await expect(join.getByText('这家企业有正式党员 4 名，可单独组建')).toBeVisible()
  await join.getByRole('button', { name: '保存' }).click()
  await expect(coverage.getByText('现由联合组织覆盖')).toBeVisible()
  await coverage.getByRole('link', { name: '中共园区联合支部委员会' }).click()
  await expect(page).toHaveURL(new RegExp(`/party-orgs/${org}$`))
  await page.goBack()

  await page.getByRole('region', { name: '“三建三送”' }).getByRole('button', { name: '新增' }).click()
  const form = page.getByRole('dialog', { name: '新增三建三送' })
  await fieldBox(form, '项目').focus()
  await page.keyboard.type('党旗')
  await press(page, 'Enter', 'Tab')
  await page.keyboard.type('已落实')
  await press(page, 'Enter', 'Control+s')
  await expect(page.getByRole('region', { name: '“三建三送”' }).getByRole('cell', { name: '已落实' })).toBeVisible()
  await page.getByRole('region', { name: '组建计划' }).getByRole('button', { name: '修改' }).click()
  await expect(fieldBox(page.getByRole('dialog', { name: '企业明细' }), '计划组建时间')).toBeVisible()
})

test('changes many at once, keeps views by name and exports what is shown', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  await saveRecords(page, ['甲公司', '乙公司', '丙公司'].map((name, index) => ({ kind: 'enterprise' as const, id: -1 - index, values: { name, unitId: 1, isAboveScale: index > 0 } })))
  await goTo(page, '/ledger')
  await expect(page.getByText('共 3 家')).toBeVisible()
  await page.getByRole('button', { name: /^规模：/ }).click()
  await page.getByRole('checkbox', { name: '规模以上' }).check()
  await press(page, 'Escape')
  await expect(page.getByText('筛选出 2 家 / 台账共 3 家')).toBeVisible()
  for (const row of [1, 2]) await page.getByRole('checkbox', { name: `选择第 ${row} 行` }).check()
  await page.getByRole('button', { name: '批量修改' }).click()
  const batch = page.getByRole('dialog', { name: '批量修改已选的 2 条' })
  await batch.getByLabel('要改的项').selectOption({ label: '企业类型' })
  await fieldBox(batch, '企业类型').fill('私营企业')
  await batch.getByRole('button', { name: '看看会改什么' }).click()
  await expect(batch.getByText('将改动 2 条')).toBeVisible()
  await batch.getByRole('button', { name: '改 2 条' }).click()
  await expect(page.getByText('已改 2 条')).toBeVisible()

  await page.getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('textbox', { name: '方案名称' }).fill('规上企业')
  await press(page, 'Enter')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.getByText('共 3 家')).toBeVisible()
  await page.getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('button', { name: '使用方案“规上企业”' }).click()
  await expect(page.getByText('筛选出 2 家 / 台账共 3 家')).toBeVisible()

  await page.getByRole('button', { name: '导出台账' }).click()
  await page.getByRole('radio', { name: '当前列表' }).check()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('dialog', { name: '导出企业台账' }).getByRole('button', { name: '导出' }).click()
  expect((await download).suggestedFilename()).toMatch(/^企业台账_.*\.xlsx$/)
})

test('lists enterprises by their size: filter, column, order, address, and bounds that change', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const sizes = [['甲公司', 5], ['乙公司', 320], ['丙公司', 12], ['丁公司', null], ['戊公司', 49]] as const
  await saveRecords(page, sizes.map(([name, employees], index) => ({ kind: 'enterprise' as const, id: -1 - index, values: { name, unitId: 1, employees } })))
  await goTo(page, '/ledger')
  await page.getByRole('button', { name: '列设置' }).click()
  await page.getByRole('checkbox', { name: '从业人员规模' }).check()
  await press(page, 'Escape')
  await page.getByRole('button', { name: /^从业人员：/ }).click()
  await page.getByRole('checkbox', { name: '10–49 人' }).focus()
  await press(page, 'Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Space', 'Escape')
  await expect(page.getByText('从业人员：10–49 人、未填')).toBeVisible()
  await expect(page.getByText('筛选出 3 家 / 台账共 5 家')).toBeVisible()
  const toLastColumn = async (): Promise<void> => {
    await cell(page, 0, 'status').click()
    await press(page, 'End')
  }
  await toLastColumn()
  await expect(cell(page, 0, 'sizeBand')).toHaveText('10–49 人')
  expect(new URL(page.url()).hash).toContain('size=10,none')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText('筛选出 3 家 / 台账共 5 家')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await toLastColumn()
  await page.getByRole('columnheader', { name: '从业人员规模' }).click()
  const ordered = ['甲公司', '丙公司', '戊公司', '乙公司', '丁公司']
  for (const [row, name] of ordered.entries()) await expect(cell(page, row, 'name')).toHaveText(name)
  await askOffice(page, 'setting.save', { settings: { limits: { sizeBands: [20] } } })
  await expect(cell(page, 1, 'sizeBand')).toHaveText('20 人以下')
  await page.getByRole('button', { name: /^从业人员：/ }).click()
  await expect(page.getByRole('checkbox', { name: '20 人及以上' })).toBeVisible()
})
