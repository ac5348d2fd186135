import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { read, utils } from '@e965/xlsx'

/** The first sheet of the workbook a click saves, as text. */
export async function exportedCells(page: Page, click: () => Promise<void>): Promise<{ name: string; cells: string[][] }> {
  const waiting = page.waitForEvent('download')
  await click()
  const download = await waiting
  const book = read(await readFile(await download.path()))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('an empty workbook')
  return { name: download.suggestedFilename(), cells: utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }) }
}
