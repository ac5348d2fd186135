import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview } from './clerk'

const [visited, unvisited] = ['桥头瑞丰德建材股份有限公司', '桥头远航嘉化工有限公司']

const liaisons = csv('桥头镇选派.csv', [
  ['党建工作指导员(联络员)选派情况台账'],
  ['序号', '姓名', '类别', '所在单位', '联系电话', '所属乡镇(街道)', '企业名称', '选派时间', '在岗状态'],
  ['1', '林平兰', '党建工作联络员', '桥头镇党建办', '17512750554', '桥头镇', visited, '2026-01-05', '在岗'],
  ['2', '田一禾', '党建工作指导员', '桥头镇组织办', '13900001111', '桥头镇', unvisited, '2026-02-01', '在岗'],
])
const visits = csv('桥头镇走访.csv', [
  ['党建工作指导员(联络员)走访记录台账'],
  ['序号', '走访时间', '指导员(联络员)', '所属乡镇(街道)', '企业名称', '走访方式', '走访(指导)内容'],
  ['1', '2026-05-06', '田一禾', '桥头镇', unvisited, '实地', '宣传政策并了解党员情况'],
  ['2', '2026-05-08', '无此人', '桥头镇', visited, '实地', '了解情况'],
])

test('tables of several forms are one import: looked at by form, written together', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [visits, liaisons])
  const read = page.getByRole('row', { name: /桥头镇走访\.csv/ })
  await expect(read).toContainText('党建工作指导员(联络员)走访记录台账')
  await expect(read.getByText('可导入', { exact: true })).toBeVisible()
  await openPreview(page)

  const parts = page.getByRole('navigation', { name: '文件和表' })
  await page.getByRole('tab', { name: '2 新增' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row', { name: /田一禾 → 桥头远航嘉化工有限公司/ })).toHaveCount(2)
  await expectAccessible(page)

  await test.step('by keyboard alone: one form, then all that a row writes', async () => {
    await parts.getByRole('button', { name: /走访记录台账/ }).focus()
    await page.keyboard.press('Enter')
    await expect(parts.getByRole('button', { name: /走访记录台账/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('tab', { name: '1 新增' })).toHaveAttribute('aria-selected', 'true')
    await expect(table.getByRole('row', { name: /走访方式 实地 · 走访\(指导\)内容 宣传政策并了解党员情况/ })).toBeVisible()
    await page.getByRole('button', { name: /^查看“2026-05-06 田一禾/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('definition').filter({ hasText: '宣传政策并了解党员情况' })).toBeVisible()
    await expectAccessible(page)
  })

  await page.getByRole('tab', { name: '1 跳过' }).click()
  await expect(table.getByRole('row', { name: /台账中没有指导员\(联络员\)“无此人”，本行未导入/ })).toBeVisible()
  await expectAccessible(page)

  await parts.getByRole('button', { name: /选派情况台账/ }).click()
  await page.getByRole('tab', { name: '1 变更' }).click()
  await expect(table.getByRole('row', { name: /所在单位.*桥头镇党建办/ })).toBeVisible()
  await expectAccessible(page)

  await commit(page)
  await expect(page.getByText('2 个文件的内容已写入。')).toBeVisible()
  await openPage(page, '企业台账')
  await page.getByRole('textbox', { name: /^搜索企业/ }).fill(unvisited)
  await page.locator('.name-link').filter({ hasText: unvisited }).click()
  await expect(page.getByRole('dialog', { name: '企业明细' }).getByText('田一禾').first()).toBeVisible()
})
