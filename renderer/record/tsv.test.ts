import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTsv, writeTsv } from './tsv'

describe('blocks on the clipboard', () => {
  it.each([
    ['甲\t乙\r\n丙\t丁\r\n', [['甲', '乙'], ['丙', '丁']]],
    ['甲', [['甲']]],
    ['', [['']]],
    ['甲\n乙', [['甲'], ['乙']]],
    ['甲\t\t丙', [['甲', '', '丙']]],
    ['\t\r\n', [['', '']]],
    ['甲\r\n\r\n丙\r\n', [['甲'], [''], ['丙']]],
    ['"第一行\r\n第二行"\t乙', [['第一行\n第二行', '乙']]],
    ['"他说""好"""\t乙', [['他说"好"', '乙']]],
    ['5" 管\t"未闭合', [['5" 管', '"未闭合']]],
    ['"甲"乙\t丙', [['"甲"乙', '丙']]],
  ])('reads %j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows)
  })

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\n=1', '＝1+1', '+86 571', "'=1", "=cmd|'/c calc'!A1"])('%j is pasted into Excel as text, and here as it was', (text) => {
    const written = writeTsv([[text, '甲']])
    expect(written.replace(/^"/, '')).toMatch(/^'/)
    expect(parseTsv(written)).toEqual([[text, '甲']])
  })

  it.each(['-5', '+3.50', '1,234', '-', '12%', "'甲'", '2026-06-30', '—'])('%j is left as it is', (text) => {
    expect(writeTsv([[text]])).toBe(text)
    expect(parseTsv(text)).toEqual([[text]])
  })

  it('reads back whatever it writes', () => {
    const head = fc.constantFrom('', '', '=', '-', "'", "'=", '@', '\t')
    const cell = fc.tuple(head, fc.string()).map(([first, text]) => `${first}${text.replace(/\r/g, '')}`)
    const block = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
    fc.assert(
      fc.property(block, (rows) => {
        const last = rows.at(-1)
        // A last row of one empty cell cannot be told from the line end before it, in Excel neither.
        fc.pre(rows.length === 1 || last?.length !== 1 || last[0] !== '')
        expect(parseTsv(writeTsv(rows))).toEqual(rows)
      }),
    )
  })
})
