import type { Locator, Page } from '@playwright/test'
import { addDays } from '../../../shared/domain/calendarDate'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice, today } from './prepare'

const bridge = '桥头机械有限公司'
const south = '南湖电子科技股份有限公司'

interface Prepared {
  day: string
  liaison: number
  other: number
  enterprises: [number, number]
  assignments: [number, number]
}

/** Two enterprises that 李四 is to visit every month since last year. */
async function prepare(page: Page): Promise<Prepared> {
  await setUpOffice(page)
  const day = await today(page)
  const from = `${Number(day.slice(0, 4)) - 1}-01-01`
  const monthly = { from, frequencyUnit: '月', frequencyTimes: 1 }
  const [liaison = 0, other = 0, first = 0, second = 0, a = 0, b = 0] = await saveRecords(page, [
    { kind: 'liaison', id: -1, values: { name: '李四', kind: '联络员' } },
    { kind: 'liaison', id: -2, values: { name: '王五', kind: '联络员' } },
    { kind: 'enterprise', id: -1, values: { name: bridge, unitId: 1, formalMembers: 1 } },
    { kind: 'enterprise', id: -2, values: { name: south, unitId: 1 } },
    { kind: 'assignment', id: -1, values: { liaisonId: -1, enterpriseId: -1, ...monthly } },
    { kind: 'assignment', id: -2, values: { liaisonId: -1, enterpriseId: -2, ...monthly } },
  ])
  return { day, liaison, other, enterprises: [first, second], assignments: [a, b] }
}

const box = (page: Page | Locator, name: string) => page.getByRole('textbox', { name })
const choice = (page: Page | Locator, name: string) => page.getByRole('combobox', { name })
const visitsKept = async (page: Page) => (await askOffice(page, 'record.page', { kind: 'visit' })).rows

test('enters visits with the keyboard alone, keeping date, person and way, and takes them back', async ({ openApp }) => {
  const { page } = await openApp()
  const { day } = await prepare(page)
  await goTo(page, '/liaisons/entry')
  await expect(choice(page, '联络员(指导员)')).toBeFocused()
  await expectAccessible(page)

  const keyboard = page.keyboard
  await keyboard.insertText('李')
  await expect(page.getByRole('option', { name: '李四' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(choice(page, '方式')).toBeFocused()
  await keyboard.press('Enter')
  await expect(choice(page, '企业')).toBeFocused()
  await keyboard.type('qtjx')
  await expect(page.getByRole('option', { name: bridge })).toBeVisible()
  await keyboard.press('Enter')
  await expect(box(page, '见面人员')).toBeFocused()
  await expect(choice(page, '企业')).toHaveValue(bridge)
  await keyboard.press('Enter')
  await expect(box(page, '走访内容')).toBeFocused()
  await keyboard.insertText('了解生产经营情况')
  await keyboard.press('Alt+Enter')
  await keyboard.insertText('宣传政策')
  await keyboard.press('Control+Enter')

  const list = page.getByRole('region', { name: '本次登记的' })
  await expect(list.getByRole('row', { name: bridge })).toBeVisible()
  await expect(choice(page, '企业')).toBeFocused()
  await expect(box(page, '走访日期')).toHaveValue(day)
  await expect(choice(page, '联络员(指导员)')).toHaveValue('李四')
  await expect(choice(page, '方式')).toHaveValue('实地')

  await keyboard.type('nhdz')
  await expect(page.getByRole('option', { name: south })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.insertText('回访')
  await keyboard.press('Enter')
  await expect(box(page, '发现问题')).toBeFocused()
  await keyboard.insertText('缺少活动场地')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('填了发现问题，应填解决情况')).toBeVisible()
  await expect(choice(page, '解决情况')).toBeFocused()
  await keyboard.insertText('未')
  await expect(page.getByRole('option', { name: '未解决' })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.press('Control+Enter')
  await expect(list.getByRole('row', { name: south })).toContainText('缺少活动场地')
  expect((await visitsKept(page)).map(({ values }) => values['content'])).toEqual(expect.arrayContaining(['了解生产经营情况\n宣传政策', '回访']))

  await list.getByRole('button', { name: new RegExp(`^撤销.*${bridge}`) }).press('Enter')
  await expect(list.getByText('已撤销')).toBeVisible()
  expect((await visitsKept(page)).map(({ names }) => names['enterpriseId'])).toEqual([south])
  await expectAccessible(page)
})

test('leaves the Enter of an input method to the input method', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the input method is played through the protocol of a browser page')
  const { page } = await openApp()
  await prepare(page)
  await goTo(page, '/liaisons/entry')
  await expect(choice(page, '联络员(指导员)')).toBeFocused()
  await box(page, '见面人员').focus()
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  await expect(box(page, '见面人员')).toBeFocused()
  await keyboard.send('Input.insertText', { text: '张三' })
  await page.keyboard.press('Enter')
  await expect(box(page, '走访内容')).toBeFocused()
  await expect(box(page, '见面人员')).toHaveValue('张三')
})

test('lists overdue visits and hands all enterprises over in one save that one undo takes back', async ({ openApp }) => {
  const { page } = await openApp()
  const { day, liaison, enterprises } = await prepare(page)
  await saveRecords(page, [{ kind: 'visit', id: -1, values: { visitedOn: day, liaisonId: liaison, enterpriseId: enterprises[1], mode: '实地', content: '了解情况' } }])
  await goTo(page, '/liaisons/overdue')
  await expect(page.getByRole('gridcell', { name: bridge })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: south })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '1 户次' }).first()).toBeVisible()
  await expectAccessible(page)

  await goTo(page, '/liaisons/people')
  await page.locator('.ag-row [col-id="name"]', { hasText: '李四' }).click()
  await page.keyboard.press('Control+Enter')
  const drawer = page.getByRole('dialog', { name: /明细/ })
  await expect(drawer.getByRole('table', { name: '联系的企业' }).getByRole('row')).toHaveCount(3)
  await expectAccessible(page)
  await drawer.getByRole('button', { name: '转交企业' }).click()
  const dialog = page.getByRole('dialog', { name: /转交给别人/ })
  await expect(choice(dialog, '接手人')).toBeFocused()
  await page.keyboard.insertText('王')
  await expect(page.getByRole('option', { name: '王五' })).toBeVisible()
  await page.keyboard.press('Enter')
  await box(dialog, '原因').fill('工作调整')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '转交 2 家' }).click()
  await expect(dialog).toBeHidden()
  await expect(drawer.getByRole('table', { name: '历史' })).toContainText(`${addDays(day, -1)}，工作调整`)
  const after = await askOffice(page, 'record.page', { kind: 'assignment', filter: { is: { worklist: ['living'] } } })
  const handed = after.rows.map(({ names, values }) => [names['liaisonId'], names['enterpriseId'], values['from'], values['frequencyUnit']])
  expect(handed.sort()).toEqual([['王五', south, day, '月'], ['王五', bridge, day, '月']])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^已撤销/)).toBeVisible()
  const back = await askOffice(page, 'record.page', { kind: 'assignment' })
  expect(back.rows.map(({ names, values }) => [names['liaisonId'], values['to']])).toEqual([['李四', null], ['李四', null]])
})

test('says beside the enterprise why it cannot be handed over', async ({ openApp }) => {
  const { page } = await openApp()
  const { other, enterprises } = await prepare(page)
  const [instructor = 0] = await saveRecords(page, [
    { kind: 'liaison', id: -1, values: { name: '赵六', kind: '指导员' } },
    { kind: 'assignment', id: -1, values: { liaisonId: -1, enterpriseId: enterprises[0], frequencyTimes: 1, frequencyUnit: '季' } },
  ])
  expect(instructor).toBeGreaterThan(other)
  const [second = 0] = await saveRecords(page, [{ kind: 'liaison', id: -1, values: { name: '孙七', kind: '指导员' } }])
  await goTo(page, '/liaisons/people?id=1')
  const drawer = page.getByRole('dialog', { name: /明细/ })
  await drawer.getByRole('button', { name: '转交企业' }).click()
  const dialog = page.getByRole('dialog', { name: /转交给别人/ })
  await expect(choice(dialog, '接手人')).toBeFocused()
  await page.keyboard.insertText('孙七')
  await expect(page.getByRole('option', { name: '孙七' })).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '转交 2 家' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: bridge })).toContainText('已有指导员“赵六”')
  await dialog.getByRole('checkbox', { name: bridge }).uncheck()
  await dialog.getByRole('button', { name: '转交 1 家' }).click()
  await expect(dialog).toBeHidden()
  const { rows } = await askOffice(page, 'record.page', { kind: 'assignment', filter: { liaisonId: second } })
  expect(rows.map(({ names }) => names['enterpriseId'])).toEqual([south])
})

test('assigns several enterprises that nobody contacts to one person', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  await saveRecords(page, [
    { kind: 'liaison', id: -1, values: { name: '李四', kind: '联络员' } },
    ...[1, 2, 3].map((i) => ({ kind: 'enterprise' as const, id: -i, values: { name: `第${i}纺织有限公司`, unitId: 1 } })),
  ])
  await goTo(page, '/liaisons/uncontacted')
  await expect(page.getByText('共 3 条')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: '选择第 1 行' }).check()
  await page.getByRole('button', { name: '选中全部 3 条' }).click()
  await page.getByRole('button', { name: '指派联络员' }).click()
  const dialog = page.getByRole('dialog', { name: '给已选的 3 家企业指派联络员(指导员)' })
  await expect(choice(dialog, '联络员(指导员)')).toBeFocused()
  await dialog.getByRole('button', { name: '指派', exact: true }).click()
  await expect(dialog.getByText('“联络员(指导员)”不能为空')).toBeVisible()
  await choice(dialog, '联络员(指导员)').focus()
  await page.keyboard.insertText('李四')
  await expect(page.getByRole('option', { name: '李四' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('在册企业都有人联系')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('共 3 条')).toBeVisible()
})

test('follows a problem to its end: overdue first, solved, looked at again', async ({ openApp }) => {
  const { page } = await openApp()
  const { day, liaison, enterprises } = await prepare(page)
  const visitedOn = addDays(day, -20)
  const visit = { visitedOn, liaisonId: liaison, mode: '实地', content: '了解情况', resolution: '未解决', responsible: '王主任' }
  const [, late = 0] = await saveRecords(page, [
    { kind: 'visit', id: -1, values: { ...visit, enterpriseId: enterprises[1], problem: '党员少', deadline: addDays(day, 10) } },
    { kind: 'visit', id: -2, values: { ...visit, enterpriseId: enterprises[0], problem: '缺场地', deadline: addDays(day, -5) } },
  ])
  await goTo(page, '/liaisons/problems')
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: /党员少|缺场地/ }) })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('缺场地')
  await expect(rows.first()).toContainText('超期')
  await expectAccessible(page)
  await page.getByText('1', { exact: true }).and(page.locator('.name-link')).click()
  const drawer = page.getByRole('dialog', { name: /明细/ })
  await drawer.getByRole('button', { name: '销号', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '问题销号' })
  await expect(box(dialog, '销号日期')).toBeFocused()
  await box(dialog, '销号日期').fill(addDays(visitedOn, -1))
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('销号日期早于走访日期')).toBeVisible()
  await box(dialog, '销号日期').fill(day)
  await page.keyboard.press('Control+Enter')
  await expect(rows).toHaveCount(1)
  const kept = await askOffice(page, 'record.get', { kind: 'visit', id: late })
  expect(kept.values).toMatchObject({ resolution: '已解决', resolvedOn: day })

  await drawer.getByRole('button', { name: '登记回访' }).click()
  await expect(page.getByText(`回访：${visitedOn} ${bridge}`)).toBeVisible()
  await expect(choice(page, '企业').first()).toHaveValue(bridge)
  await box(page, '走访内容').fill('场地已落实')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '本次登记的' }).getByRole('row', { name: bridge })).toBeVisible()
  const followed = await askOffice(page, 'record.get', { kind: 'visit', id: late })
  expect(followed.computed['followedOn']).toBe(day)
  await expect(page.getByText('回访：')).toBeHidden()
})
