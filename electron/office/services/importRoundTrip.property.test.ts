import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyReturn } from '../testing/anyReturn'
import { createTestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'
import { takeSheet } from '../testing/takeSheet'

it('a ledger made of any returns, exported as F01 and imported again, changes nothing', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReturn, { minLength: 1, maxLength: 3 }), async (returns) => {
      const office = await createTestOffice({ demo: true })
      try {
        await setUpUnits(office)
        for (const rows of returns) await takeSheet(office, rows)
        const { bytes, rows } = await office.call('form.export', { form: 'F01' })
        const { fileId } = await office.call('import.read', { name: '台账.xlsx', bytes: Buffer.from(bytes) })
        for (const policy of ['replace', 'fill', 'add'] as const) {
          const { planId, totals, newOrgs, newLiaisons, absent } = await office.call('import.plan', { fileIds: [fileId], policy })
          const changed = await office.call('import.rows', { planId, action: 'change' })
          expect(changed.rows.map(({ name, changes }) => ({ name, changes }))).toEqual([])
          expect({ ...totals, newOrgs, newLiaisons, absent }).toMatchObject({ rows, same: rows, add: 0, skipped: 0, newOrgs: [], newLiaisons: 0, absent: [] })
        }
      } finally {
        await office.close()
      }
    }),
    { numRuns: 15 },
  )
})
