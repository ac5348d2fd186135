import { expect, type Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../../shared/contract/index'
import type { RecordChange } from '../../../shared/contract/record'
import type { Reply } from '../../../shared/contract/reply'

/** Asks the office behind the page, by the door the page came through. */
export async function askOffice<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate<Reply<Output<N>>, [string, unknown]>(
    async ([call, question]) => {
      const bridge = (window as unknown as { office?: { call: (name: string, input: unknown) => Promise<unknown> } }).office
      if (bridge) return (await bridge.call(call, question)) as never
      const response = await fetch(`/call/${call}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
      })
      return (await response.json()) as never
    },
    [name, input],
  )
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
  return reply.value
}

/** The ids of the records, in the order of the changes. */
export async function saveRecords(page: Page, changes: RecordChange[]): Promise<number[]> {
  const { saved } = await askOffice(page, 'record.save', { changes })
  return saved.map(({ id }) => id)
}

/** An office with one street, set up before anybody looks. */
export async function setUpOffice(page: Page): Promise<void> {
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await askOffice(page, 'office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  // The page has heard of it: until then it knows no other screen than the setup.
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

export async function today(page: Page): Promise<string> {
  return (await askOffice(page, 'office.status', {})).today
}
