import { readFile } from 'node:fs/promises'
import { read } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords } from '../liaison/prepare'
import { chooseFiles, commit, csv, expectAccessible, openPage, openPreview } from './clerk'
import { expected } from './sampleDistrict'

const bridge = expected.enterprises.filter(({ unitName, operatingStatus }) => unitName === '桥头镇' && operatingStatus === '正常经营')
const [first, second, third] = bridge.map(({ enterpriseName }) => enterpriseName)
const names = [first ?? '', second ?? '', third ?? ''] as const
const head = ['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数', '正式党员', '是否建立党组织', '组建方式']
const row = (unit: string, name: string, employees: string): string[] => ['1', unit, name, '', employees, '', '', '']
/** 桥头镇 a month later: two counts changed, the others not reported. */
const july = csv('桥头镇七月.csv', [head, row('桥头镇', names[0], '9991'), row('桥头镇', names[1], '9992')])

async function enterprise(page: Page, search: string) {
  const { rows } = await askOffice(page, 'record.page', { kind: 'enterprise', filter: { search } })
  const [found] = rows
  if (!found) throw new Error(`the ledger has no ${search}`)
  return found
}

async function openRuns(page: Page): Promise<void> {
  await openPage(page, '导入')
  await page.getByRole('navigation', { name: '导入的页面' }).getByRole('link', { name: '导入记录' }).click()
}

test('an import is taken back from 导入记录, by keyboard, and what was edited since stays', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const before = await enterprise(page, names[0])
  const other = await enterprise(page, names[1])
  await openPage(page, '导入')
  await chooseFiles(page, [july])
  await openPreview(page)
  await page.getByLabel('操作人').fill('张敏')
  await page.getByLabel('相差原因').fill('其余另表报送')
  await commit(page)
  await saveRecords(page, [{ kind: 'enterprise', id: before.id, values: { employees: 8888 } }])

  await openRuns(page)
  const run = page.getByRole('row', { name: /桥头镇七月\.csv/ })
  await expect(run).toContainText('新增 0，变更 2，相同 0，跳过 0')
  await expect(run).toContainText('张敏')
  await expect(run).toContainText('有效')
  await expectAccessible(page)

  await run.getByRole('button', { name: /^撤销本次导入/ }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: '撤销本次导入' })
  await expect(question.getByText('其中 1 条记录在那之后又有改动，或有别的记录用到，请选择怎样处理：')).toBeVisible()
  const gone = question.getByRole('row', { name: new RegExp(names[0]) })
  await expect(gone.getByRole('cell')).toHaveText(['从业人员', String(before.values['employees']), '9991', '8888', /保留后来的改动/])
  await expectAccessible(page)
  await question.getByRole('radio', { name: /^一并撤回/ }).focus()
  await page.keyboard.press('Space')
  await expect(gone.getByRole('combobox')).toHaveValue('back')
  await gone.getByRole('combobox').selectOption('keep')
  await question.getByRole('button', { name: '撤销', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^已撤销“导入‘桥头镇七月\.csv’”/)).toBeVisible()
  await expect(question).toBeHidden()
  await expect(run).toContainText('已撤销')
  expect((await enterprise(page, names[0])).values['employees']).toBe(8888)
  expect((await enterprise(page, names[1])).values['employees']).toBe(other.values['employees'])

  await test.step('the report stays, says that it was taken back, and brings the import again', async () => {
    await run.getByRole('link', { name: /的报告$/ }).click()
    await expect(page.getByRole('status').filter({ hasText: '这次导入已在' })).toBeVisible()
    await expect(page.getByRole('row', { name: /从业人员数.*9992/ })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('tab', { name: /问题$/ }).click()
    await expect(page.getByText(/相差超过 20%，请问明原因；说明的原因：其余另表报送/)).toBeVisible()
    await page.getByRole('tab', { name: /变更$/ }).click()
    await page.getByRole('button', { name: '恢复本次导入' }).click()
    const redo = page.getByRole('dialog', { name: '恢复本次导入' })
    await expect(redo.getByText('改回导入的内容')).toBeVisible()
    await expectAccessible(page)
    await redo.getByRole('button', { name: '恢复', exact: true }).click()
    await expect(page.getByText('这次导入已在')).toBeHidden()
    expect((await enterprise(page, names[1])).values['employees']).toBe(9992)
  })

  await test.step('Ctrl+Z asks too, and leaving the question changes nothing', async () => {
    await page.keyboard.press('Control+z')
    const undo = page.getByRole('dialog', { name: '撤销本次导入' })
    await expect(undo.getByText('恢复原来的内容')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(undo).toBeHidden()
    expect((await enterprise(page, names[1])).values['employees']).toBe(9992)
  })
})

test('本期未报 is decided before the commit and in the report, and the origin of a value leads to its row', async ({ openApp, door }) => {
  const { page } = await openApp({ data: 'sample' })
  const today = (await askOffice(page, 'office.status', {})).today
  await openPage(page, '导入')
  await chooseFiles(page, [july])
  await openPreview(page)
  await page.getByRole('tab', { name: /本期未报$/ }).click()
  await expect(page.getByRole('button', { name: '注销', exact: true })).toBeDisabled()
  await page.getByRole('checkbox', { name: `选择“${names[2]}”` }).check()
  await expect(page.getByText('已选 1 家：')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '注销', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(names[2]) })).toContainText(`注销，自 ${today}`)
  await page.getByRole('button', { name: '写入台账(新增 0，变更 2，本期未报 1 家)' }).click()
  await expect(page.getByRole('heading', { name: '已写入台账' })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  expect((await enterprise(page, names[2])).values['operatingStatus']).toBe('已注销')

  await test.step('the rest later, in the report', async () => {
    await page.getByRole('button', { name: '核实本期未报' }).click()
    await expect(page.getByRole('tab', { name: /本期未报$/ })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('row', { name: new RegExp(names[2]) })).toContainText('已注销')
    await page.getByRole('checkbox', { name: '只看待核实的' }).check()
    await expect(page.getByRole('row', { name: new RegExp(names[2]) })).toBeHidden()
    const left = bridge[3]?.enterpriseName ?? ''
    await page.getByRole('checkbox', { name: `选择“${left}”` }).check()
    await page.getByRole('button', { name: '漏报', exact: true }).click()
    await expect(page.getByText('已把 1 家记为漏报')).toBeVisible()
    await page.getByRole('checkbox', { name: '只看待核实的' }).uncheck()
    await expect(page.getByRole('row', { name: new RegExp(left) })).toContainText('漏报')
    await expectAccessible(page)
    await page.getByRole('button', { name: `“${left}”改回待核实` }).click()
    await expect(page.getByRole('row', { name: new RegExp(left) })).toContainText('待核实')
  })

  await test.step('the report as a workbook', async () => {
    if (door === 'electron') return
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出报告' }).click()])
    const book = read(await readFile(await download.path()))
    expect(book.SheetNames).toEqual(['导入结果', '问题', '写入内容', '本期未报'])
  })

  await test.step('from 一企一档 to the row of the sheet and back to the whole report', async () => {
    const { id } = await enterprise(page, names[0])
    await goTo(page, `/enterprise/${id}`)
    // Instants are shown as days of UTC+8, wherever the machine stands.
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await page.getByRole('link', { name: `来自 桥头镇七月.csv 第 2 行，${day}` }).click()
    await expect(page.getByRole('heading', { name: /桥头镇七月\.csv .* 第 2 行/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /从业人员数 .*9991/ })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: '看全部' }).click()
    await expect(page.getByRole('tablist', { name: '预览内容' })).toBeVisible()
  })
})

test('two units claim an enterprise: the other row is taken with a click', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  const rows = (unit: string, employees: string): string[][] => [head, row(unit, '两地同报有限公司', employees)]
  await chooseFiles(page, [csv('桥头镇七月.csv', rows('桥头镇', '11')), csv('石桥镇七月.csv', rows('石桥镇', '22'))])
  await openPreview(page)
  await page.getByRole('tab', { name: '1 跨单位' }).click()
  const claims = page.getByRole('row', { name: /两地同报有限公司/ })
  await expect(claims).toContainText(/桥头镇：桥头镇七月\.csv 第 2 行.*石桥镇：石桥镇七月\.csv 第 2 行/)
  await expectAccessible(page)
  await page.getByRole('button', { name: '改用这一行：“两地同报有限公司”由石桥镇填报' }).focus()
  await page.keyboard.press('Enter')
  await expect(claims).toContainText(/石桥镇：石桥镇七月\.csv 第 2 行.*桥头镇：桥头镇七月\.csv 第 2 行/)
  await commit(page)
  expect(await enterprise(page, '两地同报')).toMatchObject({ unitName: '石桥镇', values: { employees: 22 } })
  await page.getByRole('button', { name: '查看导入报告' }).click()
  await page.getByRole('tab', { name: '1 跨单位' }).click()
  await expect(page.getByRole('row', { name: /两地同报有限公司 桥头镇 .*石桥镇：石桥镇七月\.csv 第 2 行/ })).toBeVisible()
  await expectAccessible(page)
})

test('报送情况 says who reported within a period, and is exported as a notice', async ({ openApp, door }) => {
  const { page } = await openApp({ data: 'sample' })
  await openPage(page, '导入')
  await chooseFiles(page, [july])
  await openPreview(page)
  await commit(page)
  // Nothing of what 石桥镇 sent is new: it has reported all the same.
  const [same] = expected.enterprises.filter(({ unitName }) => unitName === '石桥镇')
  await page.getByRole('button', { name: '再导入一批' }).click()
  await chooseFiles(page, [csv('石桥镇七月.csv', [head, row('石桥镇', same?.enterpriseName ?? '', '')])])
  await openPreview(page)
  await page.getByRole('button', { name: '登记报送(台账没有改动)' }).click()
  await expect(page.getByRole('heading', { name: '已写入台账' })).toBeVisible()
  await page.getByRole('navigation', { name: '导入的页面' }).getByRole('link', { name: '报送情况' }).click()
  const table = page.getByRole('region', { name: '报送情况表' })
  await expect(table.getByRole('row')).toHaveCount(14)
  await expect(table.getByRole('row', { name: /桥头镇/ })).toContainText('已接收')
  await expect(table.getByRole('row', { name: /石桥镇/ }).getByRole('cell').nth(4)).toHaveText('1')
  await expectAccessible(page)

  await page.getByRole('button', { name: /^应报的表/ }).click()
  await page.getByRole('checkbox', { name: /^F03/ }).check()
  await expect(page).toHaveURL(/forms=F01(,|%2C)F03/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(table.getByRole('row', { name: /桥头镇/ })).toContainText('已报')
  await page.getByRole('button', { name: /^期间/ }).click()
  await page.getByRole('button', { name: '上月' }).click()
  await expect(table.getByText('未报', { exact: true })).toHaveCount(12)
  if (door === 'electron') return
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()])
  expect(download.suggestedFilename()).toMatch(/^报送情况表\(.*\)\.xlsx$/)
  const book = read(await readFile(await download.path()))
  expect(book.Sheets['S15']?.['A1']).toMatchObject({ v: '报送情况表' })
})
