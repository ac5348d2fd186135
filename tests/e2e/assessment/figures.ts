import type { Locator, Page } from '@playwright/test'
import { expect, type OpenedApp } from '../app'
import { ask } from '../delivery/office'

/** Organisations of the office below, in the order of its sheets. */
export const orgs = ['中共甲公司支部', '中共乙公司支部', '中共丙公司支部'] as const

/** Two units; the first has two organisations, the second one. */
export async function fillOffice({ page }: OpenedApp): Promise<number[]> {
  await expect(page.getByLabel('地区名称')).toBeVisible()
  const units = ['东山街道', '西岭街道'].map((name, index) => ({ name, kind: '街道' as const, sortNo: index + 1 }))
  await ask(page, 'office.setup', { regionName: '示范区', officeName: '示范区两新工委', units })
  const ids: number[] = []
  for (const [index, name] of orgs.entries()) {
    const unitId = index < 2 ? 1 : 2
    const { saved } = await ask(page, 'record.save', {
      changes: [
        { kind: 'enterprise', id: -1, values: { name: `${name.slice(2, 5)}`, unitId } },
        { kind: 'partyOrg', id: -1, values: { name, unitId, orgType: '党支部', mode: '单独组建', foundedOn: '2020-01-01' } },
        { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: -1, since: '2020-01-01' } },
        { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', source: '内选', since: '2020-01-01' } },
      ],
    })
    ids.push(saved[1]?.id ?? 0)
  }
  return ids
}

export async function openScreen(page: Page, name: '百分考核' | '年度任务' | '意见建议'): Promise<void> {
  await page.reload()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** A cell of a sheet of figures by the heading of its row and its place among the columns, from 0. */
export function figure(page: Page, row: string, column: number): Locator {
  return page
    .locator('.figure-sheet tr', { has: page.locator('th[scope="row"]', { hasText: row }) })
    .locator('td:not(.lead)')
    .nth(column)
}

/** Types one content after the other, Enter after each. */
export async function typeDown(page: Page, contents: readonly string[]): Promise<void> {
  for (const content of contents) {
    await page.keyboard.type(content)
    await page.keyboard.press('Enter')
  }
}
