import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview } from './clerk'

const header = ['所属乡镇(街道)', '企业名称', '正式党员', '是否建立党组织', '组建方式', '成立时间', '书记姓名']
const row = (name: string, secretary: string): string[] => ['桥头镇', name, '2', '是', '联合组建', '2021-07-01', secretary]
const nameless = csv('桥头镇.csv', [
  header, row('桥头甲商行', '李四'), row('桥头乙商行', '李四'), row('桥头丙商行', '李四'), row('桥头丁商行', '王五'),
])

test('organisations nobody named are confirmed, split and joined before they are written', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [nameless])
  await openPreview(page)
  await page.getByRole('tab', { name: '2 新党组织' }).click()
  const table = page.getByRole('table')
  await expect(page.getByText('共 2 个，待确认 2 个')).toBeVisible()
  await expect(table.getByRole('row', { name: /桥头甲商行等企业联合支部委员会.*3 家/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /桥头丁商行等企业联合支部委员会.*联合组建只有一家/ })).toBeVisible()
  await expectAccessible(page)

  await test.step('by keyboard: one enterprise joins the other group', async () => {
    await page.getByRole('button', { name: /^查看“中共桥头甲商行/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: '选择“桥头丙商行”' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '把所选 1 家归入别的党组织…' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '属于哪个党组织' })
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect(dialog.getByRole('alert')).toHaveText('请填写党组织名称')
    await expectAccessible(page)
    await dialog.getByRole('combobox').fill('丁商行')
    await dialog.getByRole('option', { name: '中共桥头丁商行等企业联合支部委员会' }).click()
    await dialog.getByRole('combobox').press('Enter')
    await expect(dialog).toBeHidden()
  })
  await expect(table.getByRole('row', { name: /桥头甲商行等企业联合支部委员会.*2 家/ })).toBeVisible()

  await page.getByRole('button', { name: '“中共桥头甲商行等企业联合支部委员会”改名或并入别的党组织' }).click()
  const dialog = page.getByRole('dialog', { name: '属于哪个党组织' })
  await dialog.getByRole('combobox').fill('中共桥头商贸街联合支部委员会')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(table.getByRole('row', { name: /桥头商贸街联合支部委员会.*已确认.*2 家/ })).toBeVisible()
  await page.getByRole('button', { name: '全部确认' }).click()
  await expect(page.getByText('2 个都已确认')).toBeVisible()

  await commit(page)
  await openPage(page, '企业台账')
  await page.getByRole('textbox', { name: /^搜索企业/ }).fill('桥头丙商行')
  await page.locator('.name-link').filter({ hasText: '桥头丙商行' }).click()
  const drawer = page.getByRole('dialog', { name: '企业明细' })
  await expect(drawer.getByText('中共桥头丁商行等企业联合支部委员会').first()).toBeVisible()
  await expect(drawer.getByText('待核实')).toBeHidden()
})
