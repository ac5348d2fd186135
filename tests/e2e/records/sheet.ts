import { expect, type Locator, type Page } from '@playwright/test'

/** Opens a ledger of records by its name in the navigation and waits for its rows. */
export async function openLedger(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
  await expect(cell(page, 1, 'rowNumber')).toBeVisible()
}

/** A cell by its row, counted from 1 as the sheet does, and the field it shows. */
export function cell(page: Page, row: number, field: string): Locator {
  return page.locator(`.ag-row[row-index="${row - 1}"] .ag-cell[col-id="${field}"]`)
}

/** The text box that lies over the active cell. */
export function cellBox(page: Page): Locator {
  return page.locator('.cell-editor textarea')
}

export async function textsOf(page: Page, rows: readonly number[], field: string): Promise<string[]> {
  return Promise.all(rows.map(async (row) => (await cell(page, row, field).innerText()).trim()))
}

/** A message of the program, by what it says. */
export function said(page: Page, words: string | RegExp): Locator {
  return page.locator('.el-message', { hasText: words }).last()
}

/** Puts a block on the clipboard as Excel and WPS do, and presses Ctrl+V. */
export async function pasteBlock(page: Page, rows: string[][]): Promise<void> {
  const text = rows.map((row) => `${row.join('\t')}\r\n`).join('')
  await page.evaluate((block) => navigator.clipboard.writeText(block), text)
  await page.keyboard.press('Control+v')
}

/** What the office answers to a call made beside the page, as another window would make it. */
export async function callBeside<T>(page: Page, name: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(
    async ([call, body]) => {
      const response = await fetch(`/call/${call}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body ?? '',
      })
      return (await response.json()) as { ok: boolean; value: unknown }
    },
    [name, JSON.stringify(input)],
  )
  expect(reply).toMatchObject({ ok: true })
  return reply.value as T
}
