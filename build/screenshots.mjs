import './nodeVersion.mjs'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { sandboxArgs } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { palettePng } from './palettePng.mjs'
import { dist, root, runtime } from './paths.mjs'
import { runScript, say, Stop } from './stop.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const images = join(root, 'docs', 'guide', 'images')
const sample = join(root, 'resources', 'sample-district')
const expected = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8'))

/** npm run screenshots: takes the pictures of docs/guide anew, from the built program and the sample district. */
await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const executablePath = findChromium()
  if (!executablePath) throw new Stop('没有 Chromium，不能截图。请安装 Chromium，或用环境变量 CHROMIUM 指明它的位置。')
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: sandboxArgs() })
  const folder = mkdtempSync(join(tmpdir(), 'ledger-guide-'))
  mkdirSync(images, { recursive: true })
  try {
    await visit(browser, ['--data', folder], takeFirstDay)
    await visit(browser, ['--demo'], takeEveryDay)
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
  const door = spawn(runtime, [join(dist, 'electron', 'browser.js'), '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => door.once('close', resolve))
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await page.goto(await addressOf(door))
    await walk(page)
  } finally {
    await context.close()
    door.kill('SIGTERM')
    await ended
  }
}

/** @param {import('node:child_process').ChildProcess} door @returns {Promise<string>} */
function addressOf(door) {
  return new Promise((resolve, reject) => {
    let text = ''
    door.stdout?.on('data', (part) => {
      text += part
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(text)?.[0]
      if (address) resolve(address)
    })
    door.once('close', () => reject(new Stop(`台账没有启动：${text}`)))
  })
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

  await choose(page, readdirSync(sample).filter((name) => name !== 'expected.json').map(sampleFile))
  await take(page, 'import-files')
  await openPreview(page)
  await page.getByRole('tab', { name: /问题$/ }).click()
  await page.getByRole('tabpanel').getByText(/提示 \d+/).click()
  await page.getByRole('cell').first().waitFor()
  await take(page, 'import-problems')
}

/** @typedef {{ name: string, aliases?: string[] }} Unit */

/** What a clerk looks at on any other day. @param {Page} page */
async function takeEveryDay(page) {
  await page.getByRole('link', { name: /组织覆盖率/ }).waitFor()
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

  await go(page, '统计')
  await page.getByRole('row', { name: /^合计 \d/ }).waitFor()
  await take(page, 'statistics')
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

/** @param {Page} page @param {string} name of a page in the navigation */
async function go(page, name) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
}

/** @param {Page} page @param {ChosenFile[]} files */
async function choose(page, files) {
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByText(new RegExp(`^共 ${files.length} 个文件`)).waitFor()
}

/** @param {Page} page */
async function openPreview(page) {
  await page.getByRole('button', { name: '下一步：核对预览' }).click()
  await page.getByRole('tablist', { name: '预览内容' }).waitFor()
}

/** @param {Page} page @param {string} name */
async function take(page, name) {
  await page.mouse.move(683, 4)
  await page.waitForFunction(() => !document.querySelector('.el-message'))
  // Dialogs and popovers settle one frame after what they wait for.
  await page.waitForTimeout(400)
  const picture = palettePng(await page.screenshot({ animations: 'disabled' }))
  writeFileSync(join(images, `${name}.png`), picture)
  say(`${name}.png ${Math.round(picture.length / 1024)} KB`)
}

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} ChosenFile */

/** @param {string} name @returns {ChosenFile} */
function sampleFile(name) {
  return { name, mimeType: '', buffer: readFileSync(join(sample, name)) }
}

/** @param {string} name @param {string[][]} rows @returns {ChosenFile} */
function csv(name, rows) {
  const text = rows.map((row) => row.join(',')).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`, 'utf8') }
}

/** A later table of 桥头镇: new figures, a new enterprise. */
function nextMonth() {
  const known = expected.enterprises.filter((/** @type {{ unitName: string }} */ row) => row.unitName === '桥头镇')
  const rows = known.slice(0, 6).map((/** @type {Record<string, string>} */ row, /** @type {number} */ i) => [
    '桥头镇', row.enterpriseName, row.creditCode ?? '', String(Number(row.employees ?? 20) + 3 + i),
    String(Number(row.formalMembers ?? 0) + (i % 2)), i === 4 ? '停产停业' : '',
  ])
  return csv('桥头镇(七月).csv', [
    ['所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数', '正式党员', '经营状态'],
    ...rows,
    ['桥头镇', '桥头新来包装有限公司', '', '12', '1', '正常经营'],
  ])
}

/** Files that ask for something, one of each kind. */
function troublesomeFiles() {
  const head = ['所属乡镇(街道)', '企业名称', '从业人员数', '正式党员']
  const whole = sampleFile('桥头镇.xlsx')
  return [
    csv('新单位的表.csv', [head, ['马家镇', '马家粮油有限公司', '12', '0']]),
    csv('摸底表.csv', [head.slice(1), ['示范粮油有限公司', '12', '0']]),
    csv('两个单位的表.csv', [head, ['桥头镇', '桥头甲商贸有限公司', '8', '0'], ['石桥镇', '石桥乙商贸有限公司', '9', '1']]),
    { ...whole, name: '没下载完.xlsx', buffer: whole.buffer.subarray(0, 3000) },
    csv('花名册.csv', [['姓名', '性别', '年龄'], ['张三', '男', '40']]),
    whole,
  ]
}
