import { expect, type Page } from '@playwright/test'
import { goTo } from '../goTo'

export const password = 'dong-shan 2026 deng'

/** 设置 → 口令, then everything a person does to set one; the outcome stays on the screen. */
export async function setPassword(page: Page, chosen = password): Promise<void> {
  await goTo(page, '/settings?part=password')
  await page.getByRole('button', { name: '设置口令' }).click()
  const dialog = page.getByRole('dialog', { name: '设置口令' })
  await dialog.getByLabel('新口令', { exact: true }).fill(chosen)
  await dialog.getByLabel('再输一遍', { exact: true }).fill(chosen)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '设置口令' }).click()
  await expect(page.getByRole('dialog', { name: '口令已设好' })).toBeVisible()
}

/** Reads the outcome away: the page is loaded anew, with the ledger open. */
export async function finish(page: Page, outcome: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: outcome })
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: '完成' }).click()])
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

export async function unlock(page: Page, given = password): Promise<void> {
  await page.getByRole('dialog', { name: /^台账/ }).getByLabel('口令', { exact: true }).fill(given)
  await page.keyboard.press('Enter')
}
