import { expect, test } from '../app'
import { expectAccessible, setUp } from '../screens/clerk'
import { exportedCells } from '../screens/exportedCells'

test('数据核查: from 首页, narrowed, a record opened, handed on and sent back to a unit', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  test.setTimeout(120_000)
  const { page } = await openApp({ data: 'sample' })
  const total = page.getByRole('status').filter({ hasText: '核查企业 240 家' })

  await test.step('a line of 首页 opens the list narrowed to its check', async () => {
    const line = page.getByRole('listitem').filter({ hasText: '联合组建，可单独组建' })
    const count = await line.getByRole('link').innerText()
    await line.getByRole('link').click()
    await expect(page.getByRole('heading', { name: '数据核查', level: 1 })).toBeVisible()
    await expect(total).toContainText(`发现 ${count}`)
    await expect(page.getByLabel('核查项目')).toHaveValue('V-22')
    await expectAccessible(page)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await expectAccessible(page)
  })

  await test.step('a finding opens its record, and Back finds the list again', async () => {
    await page.getByRole('gridcell', { name: /可单独组建/ }).first().click()
    await page.getByRole('button', { name: '打开记录' }).click()
    await expect(page).toHaveURL(/#\/enterprise\/\d+/)
    await page.goBack()
    await expect(page.getByLabel('核查项目')).toHaveValue('V-22')
  })

  await test.step('units, words and 较上期异常 narrow it; clearing brings all back', async () => {
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('button', { name: '只看桥头镇' }).click()
    await expect(page).toHaveURL(/unit=\d+/)
    await page.getByRole('search').getByRole('textbox').fill('没有这样的问题')
    await expect(page.getByText('没有符合筛选的问题')).toBeVisible()
    await page.getByRole('search').getByRole('textbox').fill('')
    await expect(page.getByText('没有符合筛选的问题')).toBeHidden()
    await page.getByRole('checkbox', { name: /较上期异常/ }).check()
    await expect(page.getByText('没有符合筛选的问题')).toBeVisible()
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await expect(page.getByRole('button', { name: '全部单位' })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('what is shown is handed on as a workbook', async () => {
    await page.getByRole('radio', { name: /^提醒/ }).check({ force: true })
    await expect(page).toHaveURL(/level=warning/)
    const { name, cells } = await exportedCells(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
    expect(name).toMatch(/^数据核查_\d{4}-\d{2}-\d{2}\.xlsx$/)
    expect(cells[1]?.slice(0, 5)).toEqual(['序号', '单位', '级别', '编号', '核查项目'])
    expect(new Set(cells.slice(2).map((row) => row[2]))).toEqual(new Set(['提醒']))
  })

  await test.step('a unit gets its form back with what was found in it', async () => {
    await page.getByRole('button', { name: '只看西岭街道' }).click()
    await page.getByRole('button', { name: '退回单位' }).click()
    const dialog = page.getByRole('dialog', { name: '退回单位核实' })
    await expect(dialog.getByText(/共 1 个单位/)).toBeVisible()
    await expectAccessible(page)
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '生成退回表' }).click()
    expect((await waiting).suggestedFilename()).toMatch(/^西岭街道_.*核查退回_/)
    await expect(dialog).toBeHidden()
  })
})

test('an empty ledger has nothing to check, and says so', async ({ openApp }) => {
  const { page } = await openApp({ data: 'empty' })
  await setUp(page, ['甲街道'])
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '数据核查' }).click()
  await expect(page.getByText('没有发现问题')).toBeVisible()
  await expect(page.getByRole('button', { name: '退回单位' })).toBeDisabled()
  await expectAccessible(page)
})
