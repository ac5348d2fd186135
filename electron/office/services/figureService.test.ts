import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../excel/readWorkbook'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-15' })
})
afterEach(() => office.close())

it('writes a table as it stands on the screen', async () => {
  const file = await office.call('figure.export', {
    title: '2026年度考核/评分',
    headers: ['序号', '党组织', '按期换届'],
    rows: [[1, '甲公司党支部', 9.5], [null, '平均', null]],
  })
  expect(file.fileName).toBe('2026年度考核 评分_2026-07-15.xlsx')
  const { sheets } = await readWorkbook(file.fileName, file.bytes)
  expect(sheets[0]?.rows.slice(1, 3)).toEqual([['序号', '党组织', '按期换届'], [1, '甲公司党支部', 9.5]])
})
