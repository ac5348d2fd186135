import type { TestOffice } from './createTestOffice'

/** Founds the ledger with two units: 甲街道 (id 1) and 乙镇 (id 2). */
export function setUpUnits(office: TestOffice): Promise<unknown> {
  return office.call('office.setup', {
    regionName: '示范区', officeName: '示范区委非公工委',
    units: [{ name: '甲街道', kind: '街道', aliases: ['甲街办'], sortNo: 1 }, { name: '乙镇', kind: '镇', sortNo: 2 }],
  })
}
