import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import { expected } from './sampleDistrict'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** WCAG 2 A and AA: no violation on what is shown. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResult>(axeOnStillPage)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** Half faded, every text is too pale, and a message may begin to fade while axe looks: meanwhile nothing does. */
const axeOnStillPage = `(async () => {
  const still = new CSSStyleSheet()
  still.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important }')
  document.adoptedStyleSheets.push(still)
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  try {
    return await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
  }
})()`

/** The first start: names the office and its units as somebody who types them in. */
export async function setUp(page: Page, units: readonly string[]): Promise<void> {
  await page.getByLabel('地区名称').fill(expected.setup.regionName)
  await page.getByLabel('本办公室(工委)名称').fill(expected.setup.officeName)
  await page.getByLabel('粘贴或输入单位名称').fill(units.join('\n'))
  await page.getByRole('button', { name: '保存并开始' }).click()
  await expect(page.getByText('台账里还没有企业')).toBeVisible()
}

export async function openPage(page: Page, name: '首页' | '企业台账' | '导入' | '统计'): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
}

export interface TypedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Chooses files on 导入, by path or by content, and waits until each has been read. */
export async function chooseFiles(page: Page, files: string[] | TypedFile[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files)
  await expect(page.getByText('正在读取文件……')).toBeHidden()
  await expect(page.getByText(/^共 \d+ 个文件/)).toBeVisible()
}

export async function openPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步：核对预览' }).click()
  await expect(page.getByRole('tablist', { name: '预览内容' })).toBeVisible()
}

export async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^写入台账/ }).click()
  await expect(page.getByRole('heading', { name: '已写入台账' })).toBeVisible({ timeout: 60_000 })
}

/** A workbook as text: what a clerk saves as CSV, with the byte order mark Excel writes. */
export function csv(name: string, rows: string[][]): TypedFile {
  const text = rows.map((row) => row.join(',')).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`, 'utf8') }
}
