import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import { expect, test } from '../app'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview, setUp } from './clerk'
import { expected, sampleFile } from './sampleDistrict'

const bridge = expected.enterprises.filter((enterprise) => enterprise.unitName === '桥头镇')
/** What the ledger still has of 桥头镇, less the two that the later table lists. */
const missing = bridge.filter(({ operatingStatus }) => !departedStatuses.includes(operatingStatus)).length - 2
const head = ['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数', '正式党员', '是否建立党组织', '组建方式']

/** 桥头镇 a month later: one count changed, one count unreadable, one enterprise new, the rest not reported. */
function nextMonth(): string[][] {
  const [first, second] = bridge
  if (!first || !second) throw new Error('the sample has two enterprises of 桥头镇')
  return [
    head,
    ['1', '桥头镇', first.enterpriseName, first.creditCode ?? '', '9999', '', '', ''],
    ['2', '桥头镇', second.enterpriseName, second.creditCode ?? '', '约五十人', '', '', ''],
    ['3', '桥头镇', '桥头新来有限公司', '', '12', '1', '是', '联合组建'],
  ]
}

test('a later table: changes field by field, problems by row, what is missing', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await expect(page.getByRole('cell', { name: '桥头镇.xlsx' })).toBeVisible()
  await chooseFiles(page, [csv('桥头镇七月.csv', nextMonth())])
  await openPreview(page)

  await expect(page.getByRole('tab', { name: '1 变更' })).toHaveAttribute('aria-selected', 'true')
  const change = page.getByRole('row', { name: /从业人员数/ })
  await expect(change).toContainText('9999')
  await expectAccessible(page)

  await page.getByRole('tab', { name: '1 新增' }).click()
  await page.getByRole('button', { name: '查看“桥头新来有限公司”将写入的全部内容' }).click()
  await expect(page.getByText('联合组建').first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: /问题$/ }).click()
  const problem = page.getByRole('row').filter({ hasText: '约五十人' })
  await expect(problem.locator('[col-id="row"]')).toHaveText('3')
  await expect(problem.locator('[col-id="column"]')).toHaveText(/^E /)
  await expect(problem.locator('[col-id="text"]')).toHaveText('约五十人')
  await expectAccessible(page)

  await page.getByRole('tab', { name: '1 新党组织' }).click()
  await expect(page.getByText('共 1 个，待确认 1 个')).toBeVisible()
  await page.getByRole('tab', { name: `${missing} 本期未报` }).click()
  await expect(page.getByRole('cell', { name: bridge[5]?.enterpriseName ?? '', exact: true })).toBeVisible()
  await expectAccessible(page)

  await test.step('leaving with the preview open asks first', async () => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '统计' }).click()
    const question = page.getByRole('dialog', { name: '预览还没有写入' })
    await expect(question).toBeVisible()
    await expectAccessible(page)
    await question.getByRole('button', { name: '留在本页' }).click()
    await expect(page.getByRole('tab', { name: `${missing} 本期未报` })).toBeVisible()
  })

  await page.getByLabel('操作人').fill('张敏')
  await commit(page)
  await expect(page.getByText(`有 ${missing} 家企业本期未报，请核实是否漏报、注销或迁出。`)).toBeVisible()
  await page.getByRole('button', { name: '打开企业台账' }).click()
  await expect(page.getByText('共 241 家')).toBeVisible()
  await page.getByRole('textbox', { name: /^搜索企业/ }).fill(bridge[0]?.enterpriseName ?? '')
  await page.locator('.name-link').filter({ hasText: bridge[0]?.enterpriseName ?? '' }).click()
  const drawer = page.getByRole('dialog', { name: '企业明细' })
  await expect(drawer.getByText('9999 人')).toBeVisible()
  await expect(drawer.getByText('张敏')).toBeVisible()

  await test.step('首页 asks for the proposed organisation to be verified', async () => {
    await openPage(page, '首页')
    await page.getByRole('button', { name: '1 个', exact: true }).click()
    const orgs = page.getByRole('dialog', { name: '待核实的党组织' })
    await expect(orgs.getByRole('link', { name: '桥头新来有限公司' })).toBeVisible()
    await expectAccessible(page)
  })
})

test('takes files that are dropped on the page', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const { name, buffer } = csv('桥头镇七月.csv', nextMonth())
  const transfer = await page.evaluateHandle(
    ([file, text]) => {
      const items = new DataTransfer()
      items.items.add(new File([text], file))
      return items
    },
    [name, buffer.toString('utf8')] as const,
  )
  await page.getByText('把各单位报来的表拖到这里').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByRole('row', { name: /桥头镇七月\.csv/ }).getByText('可导入', { exact: true })).toBeVisible()
})

test('fills blanks only, when that is asked for', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [csv('桥头镇七月.csv', nextMonth())])
  await page.getByRole('radio', { name: /^补空/ }).check()
  await openPreview(page)
  await expect(page.getByRole('tab', { name: '0 变更' })).toBeVisible()
  await expect(page.getByRole('tab', { name: '1 新增' })).toBeVisible()
})

test('an unknown unit becomes a unit with a click, or another spelling of a known one', async ({ openApp }) => {
  const { page } = await openApp()
  await setUp(page, ['东山街道'])
  await openPage(page, '导入')
  const rows = (unit: string): string[][] => [head, ['1', unit, `${unit}甲公司`, '', '12', '0', '否', '']]
  await chooseFiles(page, [csv('甲.csv', rows('马家镇')), csv('乙.csv', rows('东山街办事处'))])
  await expect(page.getByText('“马家镇”不在填报单位中，它的行不会导入')).toBeVisible()
  await expect(page.getByText('“东山街办事处”不在填报单位中，它的行不会导入')).toBeVisible()
  await expectAccessible(page)

  const first = page.getByRole('row', { name: /甲\.csv/ })
  await first.getByRole('button', { name: '新增为填报单位' }).click()
  await expect(first.getByText('可导入', { exact: true })).toBeVisible()
  const second = page.getByRole('row', { name: /乙\.csv/ })
  await second.getByRole('combobox').selectOption('东山街道')
  await expect(second.getByText('可导入', { exact: true })).toBeVisible()
  await expect(second.getByRole('cell', { name: '东山街道', exact: true })).toBeVisible()

  await openPreview(page)
  await commit(page)
  await page.getByRole('button', { name: '查看首页' }).click()
  await expect(page.getByRole('rowheader', { name: '马家镇' })).toBeVisible()
})

test('a protected file asks for its password beside it and is read with it', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const buffer = readFileSync(join(import.meta.dirname, '../../fixtures/protectedLedger.xlsx'))
  await chooseFiles(page, [{ name: '桥头镇七月.xlsx', mimeType: '', buffer }, csv('桥头镇八月.csv', nextMonth())])
  const row = page.getByRole('row', { name: /桥头镇七月/ })
  await expect(row.getByText(/设了打开密码，没有导入任何内容。/)).toBeVisible()
  await expect(row.getByText('需要密码', { exact: true })).toBeVisible()
  await expect(page.getByText('共 2 个文件，将导入 1 个')).toBeVisible()
  await expectAccessible(page)

  const password = page.getByLabel('“桥头镇七月.xlsx”的打开密码')
  await password.fill('台账2025')
  await password.press('Enter')
  await expect(row.getByText(/密码不对，没有导入任何内容。/)).toBeVisible()
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)

  await password.fill('台账2026')
  await row.getByRole('button', { name: '读取' }).click()
  await expect(password).toBeHidden()
  await expect(row.getByText('可导入', { exact: true })).toBeVisible()
  await expect(page.getByText('共 2 个文件，将导入 2 个')).toBeVisible()
  await openPreview(page)
})

test('files that cannot be imported say why and stop none of the others', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const whole = readFileSync(sampleFile('桥头镇.xlsx'))
  await chooseFiles(page, [
    { name: '损坏.xlsx', mimeType: '', buffer: whole.subarray(0, 3000) },
    { name: '照片.xlsx', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]) },
    csv('花名册.csv', [['姓名', '性别', '年龄'], ['张三', '男', '40']]),
    { name: '桥头镇(再次).xlsx', mimeType: '', buffer: whole },
    csv('桥头镇七月.csv', nextMonth()),
  ])
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name.replace(/[().]/g, '\\$&')) })
  await expect(row('损坏.xlsx').getByText('不能读取')).toBeVisible()
  await expect(row('照片.xlsx').getByText('不能读取')).toBeVisible()
  await expect(row('花名册.csv').getByText('不是本表')).toBeVisible()
  await expect(row('桥头镇(再次).xlsx').getByText('已导入过', { exact: true })).toBeVisible()
  await expect(row('桥头镇七月.csv').getByText('可导入', { exact: true })).toBeVisible()
  await expect(page.getByText('共 5 个文件，将导入 1 个')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: '移除“损坏.xlsx”' }).click()
  await expect(page.getByText('共 4 个文件，将导入 1 个')).toBeVisible()
  await openPreview(page)
  await expect(page.getByRole('tab', { name: '1 新增' })).toBeVisible()
})
