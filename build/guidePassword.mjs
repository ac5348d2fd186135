import { go, take } from './guidePage.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** 口令与锁屏. @param {Page} page */
export async function takePassword(page) {
  const password = 'guide 2026 sample'
  await go(page, '设置')
  await page.getByRole('link', { name: '口令', exact: true }).click()
  await page.getByRole('button', { name: '设置口令' }).click()
  const dialog = page.getByRole('dialog', { name: '设置口令' })
  await dialog.getByLabel('新口令', { exact: true }).fill(password)
  await dialog.getByLabel('再输一遍', { exact: true }).fill(password)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '设置口令' }).click()
  await page.getByRole('button', { name: '现在打印口令恢复单' }).click()
  await page.getByRole('heading', { name: '双覆盖台账口令恢复单' }).waitFor()
  await take(page, 'recovery-sheet')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('banner').getByRole('button', { name: '锁定' }).click()
  await page.getByRole('dialog', { name: '台账已锁定' }).waitFor()
  await take(page, 'locked')
}
