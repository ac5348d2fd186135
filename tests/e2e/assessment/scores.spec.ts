import { expect, test } from '../app'
import { ask } from '../delivery/office'
import { cellBox, pasteBlock, said } from '../records/sheet'
import { expectAccessible } from '../screens/clerk'
import { figure, fillOffice, openScreen, orgs, typeDown } from './figures'

test.beforeEach(({ door }) => test.skip(door === 'electron', 'records are prepared through the browser door'))

const [first, second, third] = orgs
/** Places of items scored by hand among the usual ones. */
const byHand = 1

test('a scheme is made from the usual items and scored like a spreadsheet', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await openScreen(page, '百分考核')
  await expect(page.getByText('还没有考核方案')).toBeVisible()
  await expectAccessible(page)

  await test.step('the dialog refuses with the sentence beside the field, then makes the scheme', async () => {
    await page.getByRole('button', { name: '新建方案' }).first().click()
    await page.getByLabel('年度', { exact: true }).fill('26')
    await page.keyboard.press('Enter')
    await expect(page.getByText('年度应为 2000 至 2100 之间的整数')).toBeVisible()
    await page.getByLabel('年度', { exact: true }).fill('2026')
    await expect(page.getByLabel('方案名称')).toHaveValue('2026年度党建工作百分考核')
    await page.keyboard.press('Enter')
    await expect(figure(page, first, byHand)).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('Enter goes down, Tab right, Esc gives up', async () => {
    await figure(page, first, byHand).click()
    await typeDown(page, ['8', '9.5', '10'])
    await expect(figure(page, first, byHand)).toHaveText('8')
    await expect(figure(page, third, byHand)).toHaveText('10')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('7')
    await page.keyboard.press('Escape')
    await expect(figure(page, third, byHand + 1)).not.toHaveText('7')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('6')
    await page.keyboard.press('Tab')
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await expect(figure(page, first, byHand)).toHaveText('6')
    await expect(figure(page, first, byHand + 1)).toHaveText('4')
    await expect(page.getByRole('textbox', { name: new RegExp(`^${second}，组织建设：党组织设置规范`) })).toBeFocused()
  })

  await test.step('more than the full points are refused where they are typed', async () => {
    await page.keyboard.type('11')
    await page.keyboard.press('Enter')
    await expect(page.locator('.cell-editor').getByRole('alert')).toHaveText('不能超过该项分值 10 分')
    await expect(cellBox(page)).toHaveValue('11')
    await page.keyboard.press('Escape')
    await expect(figure(page, second, byHand)).toHaveText('9.5')
  })

  await test.step('computed points say what they stand on and may be overruled', async () => {
    await figure(page, second, 2).click()
    await expect(page.getByRole('group', { name: '当前单元格' })).toContainText('系统计算：书记培训')
    await expect(page.getByRole('group', { name: '当前单元格' })).toContainText('本年度培训 0 次')
    await expect(figure(page, second, 2)).toHaveText('0')
    await typeDown(page, ['5'])
    await expect(figure(page, second, 2)).toHaveText('5')
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('group', { name: '当前单元格' })).toContainText('系统计算 0 分，已改为人工评分')
    await page.keyboard.press('Delete')
    await expect(figure(page, second, 2)).toHaveText('0')
  })

  await test.step('Ctrl+Z takes back, Ctrl+Y makes it again', async () => {
    await page.keyboard.press('Control+z')
    await expect(figure(page, second, 2)).toHaveText('5')
    await page.keyboard.press('Control+y')
    await expect(figure(page, second, 2)).toHaveText('0')
  })

  await test.step('reasons are asked for where a person took points off', async () => {
    await expect(page.getByText(/扣分未写原因 3 处/)).toBeVisible()
    await page.getByRole('button', { name: '扣分原因' }).click()
    await expect(figure(page, first, byHand)).toHaveText('扣 4 分，未写原因')
    await expectAccessible(page)
    await figure(page, first, byHand).click()
    await typeDown(page, ['班子不健全', '缺制度'])
    await expect(figure(page, second, byHand)).toHaveText('缺制度')
    await expect(page.getByText(/扣分未写原因 1 处/)).toBeVisible()
  })
  await expectAccessible(page)
})

test('blocks are pasted as one edit, single cells refused and mended, conflicts noticed', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const ids = await fillOffice(app)
  const { saved } = await ask(page, 'assessment.create', { year: 2026, name: '二六年考核' })
  const schemeId = saved.find(({ kind }) => kind === 'scheme')?.id ?? 0
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openScreen(page, '百分考核')
  await page.getByRole('button', { name: '打开“二六年考核”评分' }).first().click()
  await page.getByRole('button', { name: '自评分' }).click()

  await test.step('a block from Excel', async () => {
    await figure(page, first, 0).click()
    await pasteBlock(page, [['10', '9'], ['十', '8'], ['7', '99']])
    const refused = page.getByRole('region', { name: /^2 处没有保存/ })
    await expect(refused).toContainText(`${second} 组织建设：按期换届`)
    await expect(refused).toContainText('不能超过该项分值 10 分')
    await expect(figure(page, third, 0)).toHaveText('7')
    await expectAccessible(page)
    await refused.getByRole('button', { name: /^改正/ }).first().click()
    await cellBox(page).fill('6')
    await page.keyboard.press('Enter')
    await expect(figure(page, second, 0)).toHaveText('6')
    await page.getByRole('button', { name: '全部放弃' }).click()
    await expect(figure(page, third, 1)).toHaveText('')
  })

  await test.step('one undo takes the block back', async () => {
    await figure(page, first, 0).click()
    await page.keyboard.press('Control+z')
    await expect(said(page, /已撤销“修改/)).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(said(page, /已撤销“粘贴/)).toBeVisible()
    await expect(figure(page, first, 1)).toHaveText('')
    await page.keyboard.press('Control+y')
    await expect(figure(page, first, 1)).toHaveText('9')
  })

  await test.step('Ctrl+D fills down, Ctrl+C copies with tabs', async () => {
    await figure(page, first, 1).click()
    for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect(figure(page, third, 1)).toHaveText('9')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('9\r\n9\r\n9')
  })

  await test.step('what another window changed meanwhile is not overwritten unseen', async () => {
    const sheet = await ask(page, 'assessment.sheet', { schemeId })
    const score = sheet.rows.find(({ partyOrgId }) => partyOrgId === ids[0])?.scores[1]
    await figure(page, first, 1).click()
    await page.keyboard.type('5')
    await ask(page, 'record.save', { changes: [{ kind: 'score', id: score?.scoreId ?? 0, values: { self: 3 } }] })
    await expect(figure(page, first, 1)).toHaveText('3')
    await page.keyboard.press('Enter')
    const refused = page.getByRole('region', { name: /^1 处没有保存/ })
    await expect(refused).toContainText('这一格刚在别处改成了“3”')
    expect((await ask(page, 'assessment.sheet', { schemeId })).rows[0]?.scores[1]?.self).toBe(3)
    await refused.getByRole('button', { name: /^改正/ }).click()
    await page.keyboard.press('Enter')
    await expect(refused).toBeHidden()
    await expect(figure(page, first, 1)).toHaveText('5')
    const after = await ask(page, 'assessment.sheet', { schemeId })
    expect(after.rows[0]?.scores[1]?.self).toBe(5)
  })

  await test.step('what was being typed survives a reload', async () => {
    await figure(page, second, 1).click()
    await page.keyboard.type('4')
    await page.reload()
    await expect(page.getByRole('region', { name: /^1 处没有保存/ })).toContainText('上次填写后没有保存')
    await page.getByRole('button', { name: '全部放弃' }).click()
  })
})

test('the summary has quarters, halves, ranks and means; one organisation has its own sheet', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  const { saved } = await ask(page, 'assessment.create', { year: 2026, name: '二六年考核' })
  const schemeId = saved.find(({ kind }) => kind === 'scheme')?.id ?? 0
  await ask(page, 'record.save', { changes: [{ kind: 'scheme', id: schemeId, values: { yearBy: '按季度分值' } }] })
  await openScreen(page, '百分考核')
  await page.getByRole('button', { name: '打开“二六年考核”评分' }).first().click()
  await page.getByRole('button', { name: '汇总' }).click()
  const points = [['92', '90'], ['80', '81'], ['70', '60']]
  // Behind 党组织类型 and 行业类别.
  const column = [2, 3, 5, 6]

  await test.step('quarters are typed, the rest follows', async () => {
    await expect(figure(page, first, 0)).toHaveText('非公企业党组织')
    for (const place of column) {
      await figure(page, first, place).click()
      await typeDown(page, points.map((pair) => pair[place % 2] ?? ''))
    }
    await expect(figure(page, first, 4)).toHaveText('91')
    await expect(figure(page, first, 8)).toHaveText('91')
    await expect(figure(page, first, 9)).toHaveText('优秀')
    await expect(figure(page, third, 10)).toHaveText('3')
    await expect(figure(page, '平均', 8)).toHaveText('78.83')
    await expect(page.getByRole('region', { name: '各单位平均分' }).first()).toContainText('85.75')
    await page.getByRole('button', { name: '按名次' }).click()
    await expect(page.locator('.figure-sheet tbody th').first()).toHaveText(first)
    await expectAccessible(page)
  })

  await test.step('a half that is typed overrules its quarters until it is emptied', async () => {
    await figure(page, first, 4).click()
    await page.keyboard.type('101')
    await page.keyboard.press('Enter')
    await expect(page.locator('.cell-editor').getByRole('alert')).toHaveText('不能超过总分 100 分')
    await page.keyboard.press('Escape')
    await figure(page, first, 4).click()
    await typeDown(page, ['95'])
    await expect(figure(page, first, 4)).toHaveText('95')
    await expect(figure(page, first, 8)).toHaveText('93')
    await figure(page, first, 11).click()
    await typeDown(page, ['上半年获评先进'])
    await expect(figure(page, first, 11)).toHaveText('上半年获评先进')
    await figure(page, first, 4).click()
    await page.keyboard.press('Delete')
    await expect(figure(page, first, 4)).toHaveText('91')
    await page.keyboard.press('Control+z')
    await expect(figure(page, first, 4)).toHaveText('95')
    await expect(figure(page, first, 11)).toHaveText('上半年获评先进')
    await expectAccessible(page)
  })

  await test.step('Ctrl+Enter opens the sheet of the organisation', async () => {
    await figure(page, second, 0).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: second })).toBeVisible()
    await figure(page, '党组织设置规范，班子健全', 3).click()
    await page.keyboard.type('10')
    await page.keyboard.press('Tab')
    await page.keyboard.type('8')
    await page.keyboard.press('Tab')
    await page.keyboard.type('缺一名支委')
    await page.keyboard.press('Enter')
    await expect(figure(page, '党组织设置规范，班子健全', 5)).toHaveText('缺一名支委')
    await expect(figure(page, '党组织设置规范，班子健全', 2)).toHaveText('查看资料')
    await figure(page, '党组织设置规范，班子健全', 6).click()
    await typeDown(page, ['已约谈'])
    await expect(figure(page, '党组织设置规范，班子健全', 6)).toHaveText('已约谈')
    await expect(figure(page, '合计', 0)).toHaveText('100')
    await expect(figure(page, '合计', 3)).toHaveText('10')
    await expectAccessible(page)
    await page.getByRole('button', { name: '下一个党组织' }).click()
    await expect(page.getByRole('heading', { name: third })).toBeVisible()
  })

  await test.step('what is on the screen goes to Excel', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    expect((await download).suggestedFilename()).toContain(`${third}评分表`)
  })
})

test('items are edited, moved and copied into the next year', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await fillOffice(app)
  await ask(page, 'assessment.create', { year: 2025, name: '二五年考核' })
  await openScreen(page, '百分考核')
  await page.getByRole('button', { name: '新建方案' }).click()
  await expect(page.getByLabel('照哪个方案复制')).toHaveText('复制 2025 年“二五年考核”的项目')
  await page.getByLabel('方案名称').fill('二六年考核')
  await page.getByRole('button', { name: '建立' }).click()
  await expect(page.getByRole('heading', { name: '二六年考核' })).toBeVisible()
  // Closing, the dialog gives the keyboard back once it has faded.
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: '考核项目' }).click()
  await expect(page.getByText('各项合计 100 分 / 总分 100 分 · 与总分相符')).toBeVisible()

  const cell = (row: number, field: string) => page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${field}"]`)
  await cell(0, 'max').click()
  await expect(cellBox(page)).toBeFocused()
  await typeDown(page, ['15'])
  await expect(page.getByText('超出 5 分')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('与总分相符')).toBeVisible()

  await cell(0, 'itemMethod').click()
  await page.keyboard.type('座谈了解')
  await page.keyboard.press('Enter')
  await expect(cell(0, 'itemMethod')).toHaveText('座谈了解')
  await cell(1, 'formula').click()
  await page.keyboard.type('走访完成')
  await page.keyboard.press('Enter')
  await expect(cell(1, 'method')).toHaveText('系统计算')
  await page.getByRole('checkbox', { name: '选择第 2 行' }).check()
  await page.getByRole('button', { name: '上移' }).click()
  await expect(cell(0, 'text')).toHaveText('党组织设置规范，班子健全')
  const { rows } = await ask(page, 'record.page', { kind: 'scheme' })
  expect(rows.map(({ values }) => values.year)).toEqual([2026, 2025])
})
