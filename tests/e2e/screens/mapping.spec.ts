import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview } from './clerk'

const head = ['序号', '企业名称', '统一社会信用代码', '从业人数', '是否建立党组织', '负责人', '包保等级']
const rows = (count: number): string[][] =>
  ['宏图五金有限公司', '永兴纸品有限公司', '金穗粮油有限公司'].slice(0, count).map((name, i) => [String(i + 1), name, '', String(20 + i), '是', ['周建国', '吴秀英', '郑海涛'][i] ?? '', '一级'])

test('asks once what columns are, remembers it for the unit, and takes it back', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [csv('桥头镇六月.csv', [head, ...rows(2)])])
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('桥头镇六月.csv').getByText('需确认', { exact: true })).toBeVisible()
  await expect(row('桥头镇六月.csv')).toContainText('有 2 列请确认：负责人、包保等级')
  await expectAccessible(page)

  await test.step('in the preview, what is asked comes first', async () => {
    await openPreview(page)
    await expect(page.getByRole('tab', { name: '2 列待确认' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel')).toContainText('负责人 → 出资人姓名')
    await expectAccessible(page)
    await page.getByRole('button', { name: '核对列：桥头镇六月.csv' }).click()
    const dialog = page.getByRole('dialog', { name: '核对列：桥头镇六月.csv' })
    await expect(dialog.getByRole('row').filter({ hasText: '负责人' }).last()).toContainText('周建国')
    await expectAccessible(page)
    await dialog.getByLabel('F 列“负责人”导入为').selectOption('书记姓名')
    await dialog.getByLabel('G 列“包保等级”导入为').selectOption('备注')
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('tab', { name: '0 列待确认' })).toBeVisible()
    await expect(page.getByRole('tabpanel')).toContainText('上次为桥头镇选过')
    await page.getByRole('tab', { name: /新增$/ }).click()
    await page.getByRole('button', { name: '查看“宏图五金有限公司”将写入的全部内容' }).click()
    await expect(page.getByRole('tabpanel')).toContainText('周建国')
    await expect(page.getByRole('tabpanel')).toContainText('书记姓名')
    await commit(page)
    await page.getByRole('button', { name: '再导入一批' }).click()
  })

  await test.step('the next file of the unit with that header is not asked about', async () => {
    await chooseFiles(page, [csv('桥头镇七月.csv', [head, ...rows(3)]), csv('青石乡七月.csv', [head, ...rows(3)]), csv('桥头镇八月.csv', [[...head, '备注'], ...rows(1)])])
    await expect(row('桥头镇七月.csv').getByText('可导入', { exact: true })).toBeVisible()
    await expect(row('桥头镇七月.csv')).toContainText('上次为桥头镇选过')
    await expect(row('青石乡七月.csv').getByText('需确认', { exact: true })).toBeVisible()
    await expect(row('桥头镇八月.csv').getByText('需确认', { exact: true })).toBeVisible()
  })

  await test.step('it is changed, and taken back, with the keyboard', async () => {
    await page.getByRole('button', { name: '核对列：桥头镇七月.csv' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '核对列：桥头镇七月.csv' })
    await expect(dialog.getByLabel('F 列“负责人”导入为')).toHaveValue('secretaryName')
    await dialog.getByRole('button', { name: '不再沿用' }).press('Enter')
    await expect(row('桥头镇七月.csv').getByText('需确认', { exact: true })).toBeVisible()
  })
})

test('a header nobody finds is pointed at, and a sheet is left out', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const odd = [['桥头镇'], ['甲', '乙', '丙'], ['宏图五金有限公司', '21', '是'], ['永兴纸品有限公司', '22', '否']]
  await chooseFiles(page, [csv('桥头镇.csv', odd)])
  const row = page.getByRole('row').filter({ hasText: '桥头镇.csv' })
  await expect(row.getByText('不是本表', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: '核对列：桥头镇.csv' }).click()
  const dialog = page.getByRole('dialog', { name: '核对列：桥头镇.csv' })
  await expect(dialog.getByRole('button', { name: '确定' })).toBeDisabled()
  await dialog.getByRole('button', { name: '第 2 行是表头' }).click()
  await expect(dialog.getByText('请先选这是什么表')).toBeVisible()
  await dialog.getByLabel('这是什么表').selectOption('F01')
  await expectAccessible(page)
  await dialog.getByLabel('A 列“甲”导入为').selectOption('企业名称')
  await dialog.getByLabel('B 列“乙”导入为').selectOption('从业人员数')
  await dialog.getByLabel('C 列“丙”导入为').selectOption('从业人员数')
  await expect(dialog.getByLabel('B 列“乙”导入为')).toHaveValue('')
  await dialog.getByLabel('C 列“丙”导入为').selectOption('是否建立党组织')
  await dialog.getByLabel('B 列“乙”导入为').selectOption('从业人员数')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(row.getByText('可导入', { exact: true })).toBeVisible()
  await openPreview(page)
  await expect(page.getByRole('tab', { name: '2 新增' })).toBeVisible()
  await page.getByRole('button', { name: '返回选择文件' }).click()

  await row.getByRole('button', { name: '核对列：桥头镇.csv' }).click()
  await dialog.getByLabel('这是什么表').selectOption('不导入这张表')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(row.getByText('不是本表', { exact: true })).toBeVisible()
})
