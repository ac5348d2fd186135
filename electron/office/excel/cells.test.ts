import { describe, expect, test } from 'vitest'
import iconv from 'iconv-lite'
import { columnLetters } from './columnLetters'
import { decodeText } from './decodeText'
import { readOdsExtras, refuseRepeats } from './odsContent'
import { createCellReader, isDateFormat } from './plainCell'
import { readCsv } from './readCsv'
import { serialDate } from './serialDate'

describe('serialDate', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-03-01'],
    [61, false, '1900-03-01'],
    [32309, false, '1988-06-15'],
    [45306, false, '2024-01-15'],
    [45306.999, false, '2024-01-15'],
    [45305.9999999999, false, '2024-01-15'],
    [0, true, '1904-01-01'],
    [43844, true, '2024-01-15'],
    [2958465, false, '9999-12-31'],
  ])('%d, 1904 system %s, is %s', (serial, date1904, date) => {
    expect(serialDate(serial, date1904)).toBe(date)
  })

  test.each([0, 0.5, -3, 2958466, 1e300])('%d is no date', (serial) => {
    expect(serialDate(serial, false)).toBeNull()
  })
})

test.each([
  ['yyyy-mm-dd', true],
  ['m/d/yy', true],
  ['yyyy"年"m"月"d"日"', true],
  ['yyyy"年"m"月"', true],
  ['[$-804]aaaa', false],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', true],
  ['yyyy/m/d h:mm', true],
  ['mmm-yy', true],
  ['h:mm', false],
  ['mm:ss', false],
  ['[h]:mm:ss', false],
  ['h"时"mm"分"', false],
  ['General', false],
  ['0.00"年"', false],
  ['@', false],
  ['#,##0.00;[Red]-#,##0.00', false],
  ['0.00E+00', false],
])('number format %s shows a date: %s', (format, answer) => {
  expect(isDateFormat(format)).toBe(answer)
})

test.each([
  ['yyyy"年"m"月"', 43525, { date: '2019-03-01', month: true }],
  ['mmm-yy', 43525, { date: '2019-03-01', month: true }],
  ['[DBNum1][$-804]yyyy"年"m"月"', 43525, { date: '2019-03-01', month: true }],
  ['yyyy"年"m"月"', 43539, { date: '2019-03-15' }],
  ['yyyy"年"m"月"d"日"', 43525, { date: '2019-03-01' }],
  ['yyyy/m/d h:mm', 43525, { date: '2019-03-01' }],
])('a date in %s is a month only where a month is shown and the first is stored', (format, serial, cell) => {
  expect(createCellReader(false, false)({ t: 'n', v: serial, z: format })).toEqual(cell)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [57, 'BF'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16383, 'XFD'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
})

describe('decodeText', () => {
  test('valid UTF-8 wins over a declared GBK', () => {
    const html = '<meta charset=gb2312><table><tr><td>企业'
    expect(decodeText(Buffer.from(html))).toBe(html)
  })

  test('a declared Big5 is believed', () => {
    const html = '<meta charset="big5"><table><tr><td>企業黨建'
    expect(decodeText(iconv.encode(html, 'big5'))).toBe(html)
  })

  test('what declares UTF-8 and is not is GB 18030', () => {
    const html = '<meta charset="utf-8"><table><tr><td>企业㐀'
    expect(decodeText(iconv.encode(html, 'gb18030'))).toBe(html)
  })

  test('Ctrl-Z at the end is dropped, other control characters are no text', () => {
    expect(decodeText(Buffer.from('甲,乙\n\u001a'))).toBe('甲,乙\n')
    expect(decodeText(Buffer.from('甲,\u0001乙'))).toBeNull()
  })

  test('bytes that are no Chinese encoding are no text', () => {
    expect(decodeText(Buffer.from(Array.from({ length: 200 }, () => 0xff)))).toBeNull()
  })
})

describe('readCsv', () => {
  test('quotes, doubled quotes and a separator inside a title', () => {
    const text = '企业台账,2026年;第一版\n"序号";"名称";"备注"\n"1";"甲ⅰ""乙""";"a,b"\n"2";"丙";\n"3";"丁";"x"\n'
    expect(readCsv(text)?.rows).toEqual([
      ['企业台账,2026年', '第一版'],
      ['序号', '名称', '备注'],
      ['1', '甲ⅰ"乙"', 'a,b'],
      ['2', '丙'],
      ['3', '丁', 'x'],
    ])
  })

  test('one column is no table', () => {
    expect(readCsv('甲\n乙\n丙')).toBeNull()
  })
})

describe('ods content', () => {
  const row = (repeat: number, cells: string) =>
    `<table:table-row table:number-rows-repeated="${repeat}">${cells}</table:table-row>`

  test('a million blank rows are no cells', () => {
    expect(() => refuseRepeats(row(1048570, '<table:table-cell table:number-columns-repeated="16384"/>'))).not.toThrow()
  })

  test('filled cells multiply', () => {
    const cell = '<table:table-cell table:number-columns-repeated="100"><text:p>x</text:p></table:table-cell>'
    expect(() => refuseRepeats(row(1000, cell))).not.toThrow()
    expect(() => refuseRepeats(row(1000000, cell))).toThrow('expands')
  })

  test('hidden sheets by their style', () => {
    const style = (name: string, display: boolean) =>
      `<style:style style:name="${name}" style:family="table">
        <style:table-properties table:display="${display}"/></style:style>`
    const content = `${style('ta1', true)}${style('ta2', false)}
      <table:table table:name="甲&amp;乙" table:style-name="ta2"/><table:table table:name="丙" table:style-name="ta1"/>`
    expect([...readOdsExtras(content).hiddenSheets]).toEqual(['甲&乙'])
  })
})
