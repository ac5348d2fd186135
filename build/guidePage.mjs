import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { palettePng } from './palettePng.mjs'
import { root } from './paths.mjs'
import { say } from './stop.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const images = join(root, 'docs', 'guide', 'images')

/** @param {Page} page @param {number} row from 0 @param {string} column */
export function cell(page, row, column) {
  return page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`)
}

/** Ticks rows of a ledger. @param {Page} page @param {number[]} rows from 0 */
export async function mark(page, ...rows) {
  for (const row of rows) await page.getByRole('checkbox', { name: `选择第 ${row + 1} 行` }).check()
}

/** Narrows a ledger to one unit. @param {Page} page @param {string} unit */
export async function only(page, unit) {
  await page.getByRole('button', { name: /^单位：/ }).click()
  await page.getByRole('checkbox', { name: unit }).check()
  await page.keyboard.press('Escape')
  await page.getByText('筛选出').waitFor()
}

/** @param {Page} page @param {string} name of a page in the navigation */
export async function go(page, name) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
}

/** @param {Page} page @param {import('./guideFiles.mjs').ChosenFile[]} files */
export async function choose(page, files) {
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByText(new RegExp(`^共 ${files.length} 个文件`)).waitFor()
}

/** @param {Page} page */
export async function openPreview(page) {
  await page.getByRole('button', { name: '下一步：核对预览' }).click()
  await page.getByRole('tablist', { name: '预览内容' }).waitFor()
}

/** @param {Page} page @param {string} name */
export async function take(page, name) {
  await page.mouse.move(1364, 4)
  await page.waitForFunction(() => !document.querySelector('.el-message'))
  // Dialogs and popovers settle one frame after what they wait for.
  await page.waitForTimeout(400)
  mkdirSync(images, { recursive: true })
  const picture = palettePng(await page.screenshot({ animations: 'disabled' }))
  writeFileSync(join(images, `${name}.png`), picture)
  say(`${name}.png ${Math.round(picture.length / 1024)} KB`)
}
