import { describe, expect, it } from 'vitest'
import type { RecordRow } from '../../shared/contract/record'
import { changesOf, planCells, type RefIndex } from './planCells'

function entry(id: number, values: RecordRow['values']): RecordRow {
  return { id, version: 3, updatedAt: '', values, names: {}, unitId: null, unitName: null, computed: {} }
}

const row = entry(7, { occurredOn: '2026-03-05', direction: '支出', amount: 10_000, summary: '学习资料' })
const write = (field: string, typed: string, of = row) => ({ row: of, rowIndex: 2, field, typed })

describe('cells typed or pasted', () => {
  it('reads each by its field and leaves out what stays the same', () => {
    const { accepted, refused } = planCells(
      'fundEntry',
      [write('occurredOn', '2026.3.6'), write('amount', '100.00'), write('direction', '收入'), write('note', ' ')],
      '2026-07-01',
    )
    expect(refused).toEqual([])
    expect(accepted.map(({ field, value }) => [field, value])).toEqual([
      ['occurredOn', '2026-03-06'],
      ['direction', '收入'],
    ])
  })

  it('refuses with row, column and sentence, keeping what was typed', () => {
    const { accepted, refused } = planCells(
      'fundEntry',
      [write('amount', '一百'), write('occurredOn', '2026-12-31'), write('direction', ''), write('summary', '办公用品')],
      '2026-07-01',
    )
    expect(accepted).toHaveLength(1)
    expect(refused.map(({ header, typed }) => [header, typed])).toEqual([
      ['金额', '一百'],
      ['日期', '2026-12-31'],
      ['收支', ''],
    ])
    expect(refused[0]).toMatchObject({ id: 7, rowIndex: 2, rowName: '2026-03-05 支出 学习资料' })
    expect(refused[2]?.message).toBe('“收支”不能为空')
  })

  it('takes a hidden telephone that was left as it was for no change, and refuses what is left of one', () => {
    const hidden = entry(4, { name: '甲公司', contactPhone: '138****0001', legalRepPhone: '无*' })
    const typed = ['138****0001', '138****00012', '139****0001', '138**0001', '', '13900000009']
    const { accepted, refused } = planCells('enterprise', [...typed.map((text) => write('contactPhone', text, hidden)), write('legalRepPhone', '无*', hidden)], '2026-07-01')
    expect(accepted.map(({ value }) => value)).toEqual([null, '13900000009'])
    expect(refused.map((cell) => cell.typed)).toEqual(['138****00012', '139****0001', '138**0001'])
    expect(refused[0]?.message).toContain('星号')
  })

  it('reads a reference by its exact name', () => {
    const refs: RefIndex = new Map([
      ['enterprise', new Map([['甲公司', { ok: true, id: 4 }], ['乙公司', { ok: false, message: '有 2 个“乙公司”' }]])],
    ])
    const writes = ['甲公司', '乙公司', '丙公司'].map((name) => write('enterpriseId', name))
    const { accepted, refused } = planCells('fundEntry', writes, '2026-07-01', refs)
    expect(accepted.map(({ value }) => value)).toEqual([4])
    expect(refused.map(({ message }) => message)).toEqual(['有 2 个“乙公司”', expect.stringContaining('丙公司')])
  })

  it('makes one change of all cells of a record', () => {
    const other = entry(9, {})
    const { accepted } = planCells(
      'fundEntry',
      [write('summary', '甲'), write('summary', '乙', other), write('note', '丙')],
      '2026-07-01',
    )
    expect(changesOf('fundEntry', accepted)).toEqual([
      { kind: 'fundEntry', id: 7, version: 3, values: { summary: '甲', note: '丙' } },
      { kind: 'fundEntry', id: 9, version: 3, values: { summary: '乙' } },
    ])
  })
})
