import { describe, expect, it } from 'vitest'
import { cardSheet, type CardSpec } from './cardSheet'

const card: CardSpec = {
  name: '甲公司',
  title: '非公有制企业党建一企一档',
  line: ['填报单位(盖章):示范区', '2026年7月10日'],
  sections: [
    {
      kind: 'facts',
      title: '基本情况',
      facts: [
        { label: '企业名称', value: '甲公司' }, { label: '从业人员', value: '12' }, { label: '经营地址', value: '某路1号', wide: true },
        { label: '备注', value: '' },
      ],
    },
    { kind: 'table', title: '走访', columns: [{ header: '时间', span: 3 }, { header: '内容', span: 9, align: 'left' }], rows: [['2026-06-01', '了'.repeat(60)]], none: '没有走访记录' },
    { kind: 'table', title: '经费', columns: [{ header: '时间', span: 12 }], rows: [], none: '没有经费收支' },
    { kind: 'texts', title: '内容', texts: [{ label: '情况', text: '正常', lines: 6 }] },
  ],
  signatures: ['填表人', '审核人'],
}

describe('cardSheet', () => {
  const sheet = cardSheet(card)
  const texts = sheet.rows.map(({ cells }) => cells.map((cell) => cell?.value).filter((value) => typeof value === 'string' && value !== ''))

  it('puts two facts a line, wide ones and the last alone, and says where there is nothing', () => {
    expect(texts).toEqual([
      ['非公有制企业党建一企一档'], ['填报单位(盖章):示范区', '2026年7月10日'],
      ['基本情况'], ['企业名称', '甲公司', '从业人员', '12'], ['经营地址', '某路1号'], ['备注'],
      ['走访'], ['时间', '内容'], ['2026-06-01', '了'.repeat(60)],
      ['经费'], ['没有经费收支'],
      ['内容'], ['情况', '正常'],
      ['填表人：          审核人：'],
    ])
  })

  it('fills every row to its full width, merged without overlap', () => {
    for (const [index, { cells }] of sheet.rows.entries()) {
      expect(cells).toHaveLength(12)
      const covered = sheet.merges.filter(({ top }) => top === index).flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => left + i))
      expect(new Set(covered).size).toBe(covered.length)
    }
  })

  it('gives long texts the lines they need and blanks the lines to write on', () => {
    const heightOf = (word: string): number => sheet.rows.find(({ cells }) => cells.some((cell) => cell?.value === word))?.height ?? 0
    expect(heightOf('了'.repeat(60))).toBeGreaterThan(heightOf('甲公司'))
    expect(heightOf('正常')).toBeGreaterThanOrEqual(6 * 15)
  })

  it('never leaves a heading alone at the foot of a page', () => {
    const heads = sheet.rows.filter(({ keepsNext }) => keepsNext).map(({ cells }) => cells[0]?.value)
    expect(heads).toEqual(['基本情况', '走访', '时间', '经费', '内容'])
  })

  it('goes to A4 upright', () => {
    expect(sheet.print).toEqual({ paper: 'A4', landscape: false, fit: 'width' })
  })
})
