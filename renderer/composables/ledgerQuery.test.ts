import { describe, expect, it } from 'vitest'
import { bothCovered, ledgerLink, readLedgerQuery, writeLedgerQuery, type LedgerQuery } from './ledgerQuery'

/** An address as vue-router gives it back: every value a text. */
function readBack(query: LedgerQuery): LedgerQuery {
  return readLedgerQuery(JSON.parse(JSON.stringify(writeLedgerQuery(query))))
}

describe('ledger query', () => {
  it('comes back from the address as it went in', () => {
    const query: LedgerQuery = {
      filter: {
        search: '盛源 建材',
        unitIds: [3, 7],
        operatingStatuses: ['正常经营', '空壳'],
        coverage: ['工作覆盖(联络)', '未覆盖'],
        isAboveScale: false,
        sizeBands: [0, 50, null],
        figure: 'M',
      },
      asOf: '2026-06-30',
      enterpriseId: 12,
    }
    expect(readBack(query)).toEqual(query)
  })

  it('leaves an empty question out of the address', () => {
    const nothing: LedgerQuery = { filter: { search: '', unitIds: [] }, asOf: undefined, enterpriseId: undefined }
    expect(writeLedgerQuery(nothing)).toEqual({})
  })

  it('leaves out what it does not understand', () => {
    const read = readLedgerQuery({
      unit: '2,x', op: '不存在', cov: '联合,谁', figure: 'J', asOf: '2026-02-30', id: 'abc', scale: '2', size: 'viele,-1',
    })
    expect(read).toEqual({ filter: { unitIds: [2], coverage: ['联合'] }, asOf: undefined, enterpriseId: undefined })
  })

  it('links to the list of a figure of one unit on a date', () => {
    expect(ledgerLink({ figure: 'U', unitIds: [6] }, '2026-06-30')).toEqual({
      name: 'ledger',
      query: { figure: 'U', unit: '6', asOf: '2026-06-30' },
    })
  })

  it('makes 两个覆盖 the base without what is uncovered', () => {
    expect(bothCovered(4)).toEqual({
      figure: 'D',
      coverage: ['单独', '联合', '工作覆盖(联络)', '工作覆盖(群团)'],
      unitIds: [4],
    })
  })
})
