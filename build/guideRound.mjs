import { laterMonth, namelessOrgs, nextMonth, unclearColumns, wrongCells } from './guideFiles.mjs'
import { cell, choose, go, openPreview, take } from './guidePage.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** The monthly round: forms out, tables back, what became of them. @param {Page} page */
export async function takeRound(page) {
  await takeForms(page)
  await takeQuestions(page)
  await takeMending(page)
  await takeRuns(page)
  await takePaste(page)
}

/** @param {Page} page */
async function takeForms(page) {
  await go(page, '标准表')
  await page.getByRole('region', { name: '标准表' }).getByRole('button', { name: '党建工作指导员(联络员)走访记录台账', exact: true }).click()
  await page.getByRole('region', { name: '内容预览' }).getByRole('columnheader').first().waitFor()
  await take(page, 'forms')
  await page.getByRole('region', { name: '内容预览' }).getByRole('button', { name: '打印' }).click()
  await page.locator('[data-page] canvas').first().waitFor()
  await take(page, 'print')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '分发填报' }).click()
  const forms = page.getByRole('region', { name: '要分发的表' })
  await forms.getByRole('checkbox').first().uncheck()
  for (const name of ['非公有制企业基本情况摸底调查表', '应建未建党组织企业台账']) await forms.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: '生成填报表' }).click()
  await page.getByRole('status').filter({ hasText: /^已生成/ }).waitFor()
  await take(page, 'issue')
  await page.getByRole('link', { name: '成套报表' }).click()
  await page.getByLabel('数据', { exact: true }).selectOption({ label: '2026年第3季度' })
  await page.getByRole('row', { name: /勾稽关系/ }).waitFor()
  await take(page, 'report')
}

/** What an import asks. @param {Page} page */
async function takeQuestions(page) {
  await go(page, '导入')
  await choose(page, [unclearColumns()])
  await page.getByRole('button', { name: /^核对列/ }).click()
  await page.getByRole('dialog', { name: /^核对列/ }).getByText('内容举例').waitFor()
  await take(page, 'columns')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '清空列表' }).click()
  await choose(page, [namelessOrgs()])
  await openPreview(page)
  await page.getByRole('tab', { name: /新党组织$/ }).click()
  await page.getByRole('button', { name: /^查看“/ }).first().click()
  await take(page, 'new-orgs')
  await page.getByRole('button', { name: '返回选择文件' }).click()
  await page.getByRole('button', { name: '清空列表' }).click()
}

/** One cell put right, the next one on its way. @param {Page} page */
async function takeMending(page) {
  await choose(page, [wrongCells()])
  await openPreview(page)
  await page.getByRole('tab', { name: /问题$/ }).click()
  await cell(page, 0, 'text').waitFor()
  await page.locator('.ag-row').filter({ hasText: '约五十人' }).locator('[col-id="text"]').click()
  await page.keyboard.type('50')
  await page.keyboard.press('Enter')
  await page.getByText(/已改正 1/).waitFor()
  await take(page, 'mending')
  await page.getByRole('button', { name: '返回选择文件' }).click()
  await page.getByRole('button', { name: '清空列表' }).click()
}

/** Two imports, the second taken back. @param {Page} page */
async function takeRuns(page) {
  for (const file of [nextMonth(), laterMonth()]) {
    await choose(page, [file])
    await openPreview(page)
    await page.getByRole('button', { name: /^写入台账/ }).click()
    await page.getByRole('heading', { name: '已写入台账' }).waitFor()
    await page.getByRole('button', { name: '再导入一批' }).click()
  }
  const pages = page.getByRole('navigation', { name: '导入的页面' })
  await pages.getByRole('link', { name: '导入记录' }).click()
  await page.getByRole('row', { name: /桥头镇\(八月\)/ }).waitFor()
  await take(page, 'runs')
  await page.getByRole('button', { name: /^撤销本次导入/ }).nth(1).click()
  await page.getByRole('dialog', { name: '撤销本次导入' }).getByRole('row').nth(1).waitFor()
  await take(page, 'undo-import')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /的报告$/ }).first().click()
  await page.getByRole('tab', { name: /本期未报$/ }).click()
  await page.getByRole('checkbox').first().waitFor()
  await take(page, 'absent')
  await pages.getByRole('link', { name: '报送情况' }).click()
  await page.getByRole('row', { name: /^合计/ }).or(page.getByRole('row', { name: /桥头镇/ })).first().waitFor()
  await take(page, 'returns')
}

/** A block pasted beneath the last row. @param {Page} page */
async function takePaste(page) {
  await go(page, '经费')
  await cell(page, 0, 'partyOrgId').getByText(/中共/).waitFor()
  const org = await cell(page, 0, 'partyOrgId').innerText()
  await page.locator('.ag-row[row-index="b-0"] .ag-cell[col-id="occurredOn"]').click()
  const rows = [
    ['2026.3.5', '支出', '88', '', '会议和活动', '茶水费', org],
    ['昨天', '支出', '120', '', '会议和活动', '学习资料', org],
    ['2026-3-7', '收入', '1,000', '财政列支', '', '上级下拨', org],
  ]
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join('\t')).join('\n'))
  await page.keyboard.press('Control+v')
  await page.getByRole('dialog', { name: /^新增粘贴的/ }).getByRole('row').nth(2).waitFor()
  await take(page, 'add-rows')
  await page.keyboard.press('Escape')
}
