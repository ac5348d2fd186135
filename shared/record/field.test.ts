import { describe, expect, it } from 'vitest'
import { checkField } from './checkField'
import type { Field } from './field'
import { readField } from './readField'
import { definitionOf, recordKinds } from './recordKind'
import { centsOf, showField } from './showField'

const money: Field = { label: '金额', type: 'money', per: '元' }
const capital: Field = { label: '注册资本', type: 'money', per: '万元' }
const day: Field = { label: '日期', type: 'date', past: true }
const flag: Field = { label: '工会', type: 'flag' }

describe('reading what a person typed', () => {
  it.each([
    [day, '2026.3.5', '2026-03-05'],
    [day, '2026年3月5日', '2026-03-05'],
    [day, '20260305', '2026-03-05'],
    [day, '2026-03-05', '2026-03-05'],
    [day, ' ', null],
    [money, '1,200.5', 120_050],
    [money, '3元', 300],
    [money, '3万元', 3_000_000],
    [money, '1.5万', 1_500_000],
    [capital, '500万元', 500_000_000],
    [capital, '80000元', 8_000_000],
    [capital, '12.345678', 12_345_678],
    [flag, '√', true],
    [flag, '×', false],
    [{ label: '员工', type: 'count' }, '50人', 50],
    [{ label: '季度', type: 'quarter' }, '2026年第二季度', '2026年第2季度'],
    [{ label: '季度', type: 'quarter' }, '2026Q3', '2026年第3季度'],
    [{ label: '电话', type: 'phone' }, '—', null],
  ] satisfies [Field, string, unknown][])('%o %s', (field, typed, expected) => {
    expect(readField(field, typed)).toEqual({ ok: true, value: expected })
  })

  it.each([
    [day, '2026-02-30'],
    [day, '明天'],
    [money, '12.345'],
    [money, '-1'],
    [flag, '可能'],
    [{ label: '员工', type: 'count' }, '十人'],
    [{ label: '收支', type: 'choice', options: ['收入', '支出'] }, '转账'],
  ] satisfies [Field, string][])('refuses %o %s with its label', (field, typed) => {
    const reading = readField(field, typed)
    expect(reading).toMatchObject({ ok: false, message: expect.stringContaining(`“${field.label}”`) })
  })
})

describe('showing what is kept', () => {
  it('keeps money exact both ways', () => {
    for (const amount of [0, 1, 99, 100, 120_050, 12_345_678, 1_000_000, 99_999_999_999]) {
      expect(centsOf(showField(money, amount), '元')).toBe(amount)
      expect(centsOf(showField(capital, amount), '万元')).toBe(amount)
    }
    expect(showField(capital, 500_000_000)).toBe('500.00')
  })

  it('shows null as nothing, never as 0 or 否', () => {
    expect([showField(money, null), showField(flag, null), showField(day, null)]).toEqual(['', '', ''])
  })

  it('reads back what it shows, for every field of every kind', () => {
    for (const kind of recordKinds) {
      for (const [name, field] of Object.entries(definitionOf(kind).fields)) {
        if (field.type === 'ref') continue
        const sample = sampleOf(field)
        expect(readField(field, showField(field, sample)), `${kind}.${name}`).toEqual({ ok: true, value: sample })
        expect(checkField(field, sample, '2026-11-21'), `${kind}.${name}`).toBeNull()
      }
    }
  })
})

function sampleOf(field: Field) {
  switch (field.type) {
    case 'text':
      return '文字'
    case 'phone':
      return '13800138000'
    case 'creditCode':
      return '91350100M000100Y43'
    case 'count':
      return field.min ?? 3
    case 'number':
      return 3.5
    case 'money':
      return 123_400
    case 'date':
      return '2026-03-05'
    case 'quarter':
      return '2026年第2季度'
    case 'flag':
      return true
    case 'choice':
      return field.options[0] ?? ''
    case 'list':
      return ['甲', '乙']
    case 'yearCounts':
      return [{ year: 2026, count: 2 }]
    case 'ref':
      return 1
  }
}

describe('the rule of a field', () => {
  it('tells an error from a warning', () => {
    expect(checkField({ label: '名称', type: 'text', max: 3, required: true }, null, '2026-11-21')).toEqual({
      level: 'error',
      message: '“名称”不能为空',
    })
    expect(checkField(day, '2026-11-22', '2026-11-21')?.level).toBe('error')
    expect(checkField({ label: '电话', type: 'phone' }, '1380013800', '2026-11-21')?.level).toBe('warning')
    expect(checkField({ label: '代码', type: 'creditCode' }, '12345', '2026-11-21')?.level).toBe('error')
    expect(checkField({ label: '员工', type: 'count' }, 1.5, '2026-11-21')?.level).toBe('error')
  })
})

it('names only fields it has in titles and orders', () => {
  for (const kind of recordKinds) {
    const { fields, title, order, date } = definitionOf(kind)
    for (const name of [...title, order.field, ...(date ? [date] : [])]) expect(fields, kind).toHaveProperty(name)
    for (const field of Object.values(fields)) if (field.type === 'ref') expect(recordKinds).toContain(field.to)
  }
})
