import { expect, test } from '../app'
import { chooseFiles, commit, expectAccessible, openPage, openPreview, setUp } from './clerk'
import { exportedCells } from './exportedCells'
import { expected, sampleFiles } from './sampleDistrict'

const unitNames = expected.setup.units.map((unit) => unit.name)

test('from the first start over 12 files to the statistics table', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp()
  await expect(page.getByRole('heading', { name: '开始使用' })).toBeVisible()
  await expectAccessible(page)
  await setUp(page, unitNames)
  await expectAccessible(page)

  await test.step('导入: 12 files become 240 new enterprises', async () => {
    await page.getByRole('button', { name: '去导入' }).click()
    await chooseFiles(page, sampleFiles)
    await expect(page.getByText('共 12 个文件，将导入 12 个')).toBeVisible()
    await expect(page.getByText('可导入', { exact: true })).toHaveCount(12)
    await expectAccessible(page)
    await openPreview(page)
    await expect(page.getByRole('tab', { name: '240 新增' })).toHaveAttribute('aria-selected', 'true')
    for (const tab of ['变更', '问题', '新党组织', '新增']) {
      await page.getByRole('tab', { name: new RegExp(`^\\d+ ${tab}$`) }).click()
      await expectAccessible(page)
    }
    await commit(page)
    await expectAccessible(page)
  })

  await test.step('首页: the figures of the district, each opening its list', async () => {
    await page.getByRole('button', { name: '查看首页' }).click()
    await expect(page.getByRole('link', { name: /组织覆盖率/ })).toContainText('93 / 203 家')
    await expect(page.getByRole('link', { name: /两个覆盖率/ })).toContainText('84.24%')
    await expectAccessible(page)
    for (const [figure, count] of [['在册企业', 232], ['两个覆盖率', 171], ['未覆盖', 32], ['应建未建', 10]] as const) {
      await page.getByRole('main').getByRole('link', { name: new RegExp(`^${figure}`) }).first().click()
      await expect(page.getByText(`筛选出 ${count} 家 / 台账共 240 家`)).toBeVisible()
      await page.goBack()
    }
  })

  await test.step('统计: S1 opens lists, comes back, and exports', async () => {
    await openPage(page, '统计')
    const total = page.getByRole('row', { name: /^合计 \d/ })
    await expect(total.getByRole('link').first()).toHaveText('232')
    await expectAccessible(page)
    await page.getByRole('row', { name: /桥头镇/ }).getByRole('link', { name: '1', exact: true }).last().click()
    await expect(page.getByText(/^统计表 S1 · 桥头镇 · 未覆盖$/)).toBeVisible()
    await expect(page.getByText('筛选出 1 家 / 台账共 240 家')).toBeVisible()
    await page.goBack()
    await expect(total).toBeVisible()
    const { name, cells } = await exportedCells(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
    expect(name).toMatch(/\.xlsx$/)
    expect(cells.flat().filter((cell) => unitNames.includes(cell))).toEqual(unitNames)
    expect(cells.find((row) => row.includes('合计') && row.includes('232'))).toBeDefined()
  })

  await test.step('企业台账: the whole ledger as form F01', async () => {
    await openPage(page, '企业台账')
    await page.getByRole('button', { name: '导出台账' }).click()
    await expectAccessible(page)
    const { cells } = await exportedCells(page, () => page.getByRole('button', { name: '导出', exact: true }).click())
    const codes = new Set(cells.flat())
    for (const { creditCode } of expected.enterprises) if (creditCode) expect(codes).toContain(creditCode)
  })
})
