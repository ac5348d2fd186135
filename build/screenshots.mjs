import './nodeVersion.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { sandboxArgs } from './electron.mjs'
import { expected, nextMonth, sampleFiles, troublesomeFiles } from './guideFiles.mjs'
import { cell, choose, go, mark, only, openPreview, take } from './guidePage.mjs'
import { takePassword } from './guidePassword.mjs'
import { takePeriods } from './guidePeriods.mjs'
import { takeRound } from './guideRound.mjs'
import { ensureInstalled } from './install.mjs'
import { openDoor } from './openDoor.mjs'
import { runScript, Stop } from './stop.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** npm run screenshots: takes the pictures of docs/guide anew, from the built program and the sample district. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const executablePath = findChromium()
  if (!executablePath) throw new Stop('没有 Chromium，不能截图。请安装 Chromium，或用环境变量 CHROMIUM 指明它的位置。')
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: [...sandboxArgs(), '--lang=zh-CN'], env: { ...process.env, LANGUAGE: 'zh_CN' } })
  const folder = mkdtempSync(join(tmpdir(), 'ledger-guide-'))
  try {
    await visit(browser, ['--data', folder], takeFirstDay)
    await visit(browser, ['--demo'], takeEveryDay)
    await visit(browser, ['--demo'], takeRecords)
    await visit(browser, ['--demo'], takeWork)
    await visit(browser, ['--demo'], takeRound)
    await visit(browser, ['--demo'], takePeriods)
    await visit(browser, ['--demo'], takePassword)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return 0
})

/**
 * Opens the browser door with `args`, walks through its page and ends it.
 * @param {import('@playwright/test').Browser} browser
 * @param {string[]} args
 * @param {(page: Page) => Promise<void>} walk
 */
async function visit(browser, args, walk) {
  const door = await openDoor(args)
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  try {
    const page = await context.newPage()
    await page.goto(door.address)
    await walk(page)
  } finally {
    await context.close()
    await door.close()
  }
}

/** From the first start to the first import. @param {Page} page */
async function takeFirstDay(page) {
  const { setup } = expected
  await page.getByRole('heading', { name: '开始使用' }).waitFor()
  await take(page, 'opening')

  await page.getByLabel('地区名称').fill(setup.regionName)
  await page.getByLabel('本办公室(工委)名称').fill(setup.officeName)
  await page.getByLabel('粘贴或输入单位名称').fill(setup.units.map((/** @type {Unit} */ unit) => unit.name).join('\n'))
  await page.getByRole('button', { name: '加入列表' }).click()
  for (const unit of setup.units) {
    if (unit.aliases) await page.getByLabel(`“${unit.name}”的别名`).fill(unit.aliases.join('、'))
  }
  await take(page, 'setup')
  await page.getByRole('button', { name: '保存并开始' }).click()
  await page.getByRole('button', { name: '去导入' }).click()

  await choose(page, sampleFiles())
  await take(page, 'import-files')
  await openPreview(page)
  await page.getByRole('tab', { name: /问题$/ }).click()
  await page.getByRole('tabpanel').getByText(/提示 \d+/).click()
  await page.locator('.ag-row').first().waitFor()
  await take(page, 'import-problems')
}

/** @typedef {{ name: string, aliases?: string[] }} Unit */

/** What a clerk looks at on any other day. @param {Page} page */
async function takeEveryDay(page) {
  await page.getByRole('link', { name: /组织覆盖率/ }).waitFor()
  await page.getByRole('heading', { name: /年度任务$/ }).waitFor()
  await take(page, 'home')

  await go(page, '企业台账')
  await page.getByText('共 240 家').waitFor()
  await page.getByRole('button', { name: /^单位：/ }).click()
  await page.getByRole('checkbox', { name: '桥头镇' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^覆盖状态：/ }).click()
  await page.getByRole('checkbox', { name: '联合' }).check()
  await take(page, 'ledger-filter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByText('共 240 家').waitFor()
  await page.locator('.name-link').nth(1).click()
  await page.getByRole('dialog', { name: '企业明细' }).getByText('为什么是这个状态').waitFor()
  await take(page, 'ledger-drawer')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '列设置' }).click()
  await page.getByRole('dialog', { name: '列设置' }).waitFor()
  await take(page, 'ledger-columns')
  await page.keyboard.press('Escape')

  await go(page, '数据核查')
  await page.getByRole('button', { name: '只看西岭街道' }).click()
  await page.getByRole('gridcell', { name: /落实日期为空/ }).first().click()
  await take(page, 'quality')

  await go(page, '统计')
  await page.getByRole('row', { name: /^合计 \d/ }).waitFor()
  await take(page, 'statistics')
  await page.getByRole('link', { name: '图表' }).click()
  await page.getByRole('img', { name: /构成/ }).locator('svg').waitFor()
  await take(page, 'charts')
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await page.getByRole('row', { name: /^合计 \d/ }).waitFor()
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await take(page, 'keys')
  await page.keyboard.press('Escape')
  await go(page, '首页')
  await page.getByRole('button', { name: '关于' }).click()
  await page.getByText('数据文件夹').waitFor()
  await take(page, 'about')
  await page.keyboard.press('Escape')

  await go(page, '导入')
  await choose(page, troublesomeFiles())
  await take(page, 'import-messages')
  await page.getByRole('button', { name: '清空列表' }).click()
  await choose(page, [nextMonth()])
  await openPreview(page)
  await page.getByRole('tab', { name: /变更$/ }).click()
  await take(page, 'import-changes')
}

/** The ledgers of enterprises, organisations, liaisons, deliveries and goals. @param {Page} page */
async function takeRecords(page) {
  await go(page, '企业台账')
  await cell(page, 0, 'employees').click()
  await page.evaluate(() => navigator.clipboard.writeText('25\t张三\n二十\t李四\n18\t王五'))
  await page.keyboard.press('Control+v')
  await page.getByText('1 处没有保存').waitFor()
  await take(page, 'editing')
  await page.getByRole('button', { name: '全部放弃' }).click()
  await mark(page, 1, 2)
  await page.getByRole('button', { name: '批量修改' }).click()
  await page.getByLabel('要改的项').selectOption({ label: '最近核实日期' })
  await page.getByRole('dialog').getByLabel('最近核实日期', { exact: true }).fill('2026.6.30')
  await page.getByRole('button', { name: '看看会改什么' }).click()
  await page.getByText('将改动 2 条').waitFor()
  await take(page, 'batch')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '合并这两家' }).click()
  await page.getByRole('button', { name: '对调' }).waitFor()
  await take(page, 'merge')

  await go(page, '联络员与走访')
  await page.getByText('今年走访完成率').waitFor()
  await take(page, 'liaisons')
  await page.getByRole('main').getByRole('link', { name: '分派建议' }).click()
  await page.getByRole('table', { name: '建议的分派' }).getByRole('checkbox').nth(1).check()
  await take(page, 'liaison-proposal')
  await page.getByRole('main').getByRole('link', { name: '快速登记' }).click()
  await page.getByText('Enter 到下一项').waitFor()
  await page.keyboard.type('何')
  await page.getByRole('option').first().waitFor()
  await take(page, 'visit-entry')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await go(page, '企业台账')
  await page.getByLabel(/^搜索企业/).fill('滨河新宇兴')
  await page.getByText('筛选出 1 家').waitFor()
  await page.locator('.ag-row .name-link').first().click()
  await page.getByRole('button', { name: '打开一企一档' }).or(page.getByRole('link', { name: '打开一企一档' })).click()
  await page.getByRole('button', { name: '变更经营状态' }).waitFor()
  await take(page, 'dossier')

  await go(page, '党组织')
  await cell(page, 0, 'name').click()
  await page.keyboard.press('Control+Enter')
  await page.getByText('打开组织页').click()
  await page.getByRole('button', { name: '撤销党组织' }).waitFor()
  await take(page, 'party-org')
  await go(page, '党组织')
  await page.getByText('换届提醒', { exact: true }).click()
  await page.getByRole('row', { name: /发提醒函/ }).first().waitFor()
  await take(page, 'terms')

  await go(page, '三建三送')
  await only(page, '西岭街道')
  await take(page, 'deliveries')
  await page.getByRole('button', { name: '批量登记' }).click()
  const batch = page.getByRole('dialog', { name: '批量登记一次建设或赠送' })
  await batch.getByLabel('批次').fill('第二批')
  for (const row of [0, 1, 2]) await batch.locator('tbody input').nth(row).check()
  await batch.getByText('已选 3 家').waitFor()
  await take(page, 'delivery-batch')
  await page.keyboard.press('Escape')
  await go(page, '六有')
  await only(page, '西岭街道')
  await page.locator('.ag-row[row-index="0"] [col-id]').nth(3).click()
  for (const typed of ['=', '=', '√']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  await take(page, 'goals')
}

/** The work ledgers and the pages of the system. @param {Page} page */
async function takeWork(page) {
  for (const [title, name] of /** @type {const} */ ([['应建未建', 'plans'], ['新设立企业', 'newcomers'], ['任务督办', 'decisions']])) {
    await go(page, title)
    await page.locator('.ag-row[row-index="1"] [col-id]').nth(2).click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '保存', exact: true }).waitFor()
    await take(page, name)
    await page.keyboard.press('Escape')
  }
  await go(page, '应建未建')
  await page.getByRole('main').getByRole('link', { name: '联合组建建议', exact: true }).click()
  await page.getByRole('table', { name: '建议的组' }).getByRole('checkbox').nth(1).check()
  await take(page, 'joint-proposals')
  await go(page, '活动')
  await page.getByRole('button', { name: '上一季度' }).click()
  await page.locator('.ag-row').first().waitFor()
  await take(page, 'activities')
  for (const [title, name] of /** @type {const} */ ([['经费', 'funds'], ['意见建议', 'proposals']])) {
    await go(page, title)
    await page.locator('.ag-row').first().waitFor()
    await take(page, name)
  }
  await mark(page, 0, 2)
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await go(page, '年度任务')
  await page.getByText('完成数按台账计算').waitFor()
  await take(page, 'targets')
  await go(page, '百分考核')
  await page.getByRole('button', { name: /评分$/ }).first().click()
  await page.getByText(/处未评/).waitFor()
  await take(page, 'assessment')
  await go(page, '回收站')
  await page.getByRole('button', { name: /^恢复“/ }).first().waitFor()
  await take(page, 'trash')
  await go(page, '操作日志')
  await page.getByRole('button', { name: /^查看“删除/ }).first().click()
  await take(page, 'log')

  await go(page, '备份')
  await page.getByRole('button', { name: '立即备份' }).click()
  await page.getByText(/^已备份/).waitFor()
  await take(page, 'backups')
  await go(page, '设置')
  await page.getByRole('navigation', { name: '设置的各部分' }).getByText('口径与阈值').click()
  await page.getByLabel('应建党组织的正式党员数').fill('5')
  await page.getByRole('button', { name: '查看影响并保存' }).click()
  await page.getByText('全部单位合计').waitFor()
  await take(page, 'settings')
}
