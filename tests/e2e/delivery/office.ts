import type { Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../../shared/contract/index'
import { expect, type OpenedApp } from '../app'

/** Asks the office as the page does; only through the browser door. */
export async function ask<N extends CallName>(page: Page, call: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/call/${name}`, { method: 'POST', headers, body })
      return (await response.json()) as { ok: boolean; value?: unknown }
    },
    [call, JSON.stringify(input)] as const,
  )
  expect(reply, call).toMatchObject({ ok: true })
  return reply.value as Output<N>
}

export const enterprises = ['甲一机械', '甲二食品', '甲三服装', '甲四建材', '甲五商贸']

/** One unit with five enterprises in the order of their names; the last three share a joint organisation. */
export async function fillOffice({ page }: OpenedApp): Promise<Record<string, number>> {
  await expect(page.getByLabel('地区名称')).toBeVisible()
  const units = [{ name: '东山街道', kind: '街道' as const, sortNo: 1 }]
  await ask(page, 'office.setup', { regionName: '示范区', officeName: '示范区两新工委', units })
  // “一”…“五” sort by sound, not by number: the search text decides what a spec asks for, never the place.
  const made = await ask(page, 'record.save', {
    changes: enterprises.map((name, place) => ({ kind: 'enterprise' as const, id: -1 - place, values: { name, unitId: 1 } })),
  })
  const ids = Object.fromEntries(enterprises.map((name, place) => [name, made.saved[place]?.id ?? 0]))
  await ask(page, 'record.save', {
    changes: [
      {
        kind: 'partyOrg',
        id: -1,
        values: {
          name: '中共东山联合支部', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区', foundedOn: '2020-01-01',
        },
      },
      ...enterprises.slice(2).map((name, place) => ({
        kind: 'coverage' as const,
        id: -1 - place,
        values: { partyOrgId: -1, enterpriseId: ids[name] ?? 0, since: '2020-01-01' },
      })),
      {
        kind: 'secretaryTerm',
        id: -1,
        values: { partyOrgId: -1, name: '张三', source: '内选', since: '2020-01-01', phone: '13800138000' },
      },
    ],
  })
  await page.reload()
  return ids
}

export async function openScreen(page: Page, name: '三建三送' | '六有'): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
  await expect(page.locator('.ag-row[row-index="0"]').first()).toBeVisible()
}

/** The cell of an enterprise in a column of the sheet that is open. */
export function cellOf(page: Page, enterprise: string, column: string) {
  // The frozen part of a row is an element of its own: the row is found by its place.
  return {
    async locator() {
      const row = page.locator('.ag-row', { has: page.locator('[col-id="name"]', { hasText: enterprise }) })
      const place = await row.first().getAttribute('row-index')
      return page.locator(`.ag-row[row-index="${place}"] .ag-cell[col-id="${column}"]`)
    },
  }
}

export async function press(page: Page, enterprise: string, column: string, options: { shift?: boolean } = {}): Promise<void> {
  const cell = await cellOf(page, enterprise, column).locator()
  await cell.click(options.shift ? { modifiers: ['Shift'] } : {})
}

export async function expectCell(page: Page, enterprise: string, column: string, text: string | RegExp): Promise<void> {
  const cell = await cellOf(page, enterprise, column).locator()
  await expect(cell).toHaveText(text)
}

/** Puts a block on the clipboard as Excel and WPS do, and pastes it where the keyboard is. */
export async function pasteBlock(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const block = rows.map((row) => row.join('\t')).join('\r\n')
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, block)
}

/** What the sheet would put on the clipboard. */
export async function copyBlock(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })
}
