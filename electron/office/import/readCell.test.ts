import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../excel/sheet'
import { fieldKind, type ImportField } from './importField'
import { readCell } from './readCell'

const read = (field: ImportField, cell: PlainCell) => readCell(cell, fieldKind(field), field, '2026-11-21')

describe('counts', () => {
  it.each([[18, 18], ['18', 18], ['26人', 26], ['０', 0], ['1,200', 1200], [' 12 ', 12], ['5.0', 5], ['无', 0]])('%s', (cell, value) => {
    expect(read('employees', cell)).toEqual({ value })
  })
  it.each(['', ' ', '　', '-', '—', '/', null])('%s states nothing', (cell) => {
    expect(read('employees', cell)).toEqual({ value: undefined })
  })
  it.each(['约50', '50-60', '12.5', 12.5, -3, '50%', '若干'])('%s is an error of the cell', (cell) => {
    const reading = read('employees', cell)
    expect(reading.value).toBeUndefined()
    expect(reading.finding).toMatchObject({ code: 'V-09', level: 'error' })
  })
  it('proposes the number inside', () => {
    expect(read('employees', '约50').finding?.message).toContain('是否为 50')
  })
})

describe('dates', () => {
  it.each([
    [{ date: '2016-07-11' }, '2016-07-11'], [42562, '2016-07-11'], ['43009', '2017-10-01'], ['2020-1-1', '2020-01-01'],
    ['2020/1/1', '2020-01-01'], ['2020.1.1', '2020-01-01'], ['2020年1月1日', '2020-01-01'], ['20200101', '2020-01-01'],
    ['2020-01-01 00:00:00', '2020-01-01'], ['２０２０．１．１', '2020-01-01'],
  ])('%s', (cell, value) => expect(read('orgFoundedOn', cell)).toEqual({ value }))
  it.each([
    ['2019 年 3 月 5 日', '2019-03-05'], ['2019年3月5号', '2019-03-05'], ['2019.3.5.', '2019-03-05'], ['2019、3、5', '2019-03-05'],
    ['二〇一九年十二月三十一日', '2019-12-31'], ['2019/3/5 8:30', '2019-03-05'], [20190305, '2019-03-05'],
  ])('%s as people write it', (cell, value) => expect(read('orgFoundedOn', cell)).toEqual({ value }))
  it.each([['19.3.5', '2019-03-05', false], ['98年7月', '1998-07-01', true], ['19/3/5', '2019-03-05', false]])('%s is read and asked about', (cell, value, month) => {
    expect(read('orgFoundedOn', cell)).toMatchObject({ value, ...(month ? { month } : {}), finding: { code: 'V-11', level: 'warning' } })
  })
  it.each(['3/5/19', '10/3/28', '2019年', 2019, '记不清', '2019-02-30'])('%s is left for a person', (cell) => {
    expect(read('orgFoundedOn', cell)).toMatchObject({ value: undefined, finding: { code: 'V-11' } })
  })
  it('a figure that may be January or October is left for a person, the text is not', () => {
    expect(read('orgFoundedOn', 2019.1)).toMatchObject({ value: undefined, finding: { code: 'V-11', message: expect.stringContaining('10 月') } })
    expect([read('orgFoundedOn', 2019.11), read('orgFoundedOn', '2019.10'), read('orgFoundedOn', '2019.1')].map(({ value }) => value)).toEqual(['2019-11-01', '2019-10-01', '2019-01-01'])
  })
  it('a date cell shown as a month has month precision', () => {
    expect(read('orgFoundedOn', { date: '2019-03-01', month: true })).toEqual({ value: '2019-03-01', month: true })
  })
  it.each(['202001', '2020.01', '2020年1月', '2020-1', '2020年1月份', '二〇二〇年一月', 202001])('%s has month precision', (cell) => {
    expect(read('orgFoundedOn', cell)).toEqual({ value: '2020-01-01', month: true })
  })
  it.each(['2020-13-1', '去年', '2020', '2019-02-29', { date: '2030-01-01' }, '1900-01-01'])('%s is asked about', (cell) => {
    expect(read('orgFoundedOn', cell)).toMatchObject({ value: undefined, finding: { code: 'V-11', level: 'warning' } })
  })
  it('a plan may lie ahead', () => expect(read('plannedFoundingOn', '2027年3月').value).toBe('2027-03-01'))
})

describe('words, ticks and people', () => {
  it.each(['是', '是 ', '有', '√', '✔', 'Y', '1', 1, true])('%s is yes', (cell) => expect(read('hasUnion', cell).value).toBe(true))
  it.each(['否', '无', '×', '✗', 'n', '0', 0, false])('%s is no', (cell) => expect(read('hasUnion', cell).value).toBe(false))
  it.each(['已组建', '●', 'v', '是(2019年)', '规上', '单独组建', '区人大代表'])('%s is yes', (cell) => expect(read('hasUnion', cell).value).toBe(true))
  it.each(['未成立', '☐', '规下', '民主党派', '否(筹建中)'])('%s is no', (cell) => expect(read('hasUnion', cell).value).toBe(false))
  it('neither yes nor no is asked about', () => {
    expect(read('hasUnion', '待定')).toMatchObject({ value: undefined, finding: { code: 'V-10' } })
    expect(read('ownerIsMember', '预备党员')).toMatchObject({ value: undefined, finding: { code: 'V-10' } })
    expect(read('ownerIsMember', '群众').value).toBe(false)
  })
  it.each([['在营', '正常经营'], ['歇业', '停产停业'], ['空壳', '空壳'], ['外迁', '迁出'], ['籌建', '筹建']])('status %s', (cell, value) =>
    expect(read('operatingStatus', cell).value).toBe(value))
  it.each([['支部', '党支部'], ['党支', '党支部'], ['总支部', '党总支'], ['联合党支部', '党支部'], ['黨委', '党委']])('type %s', (cell, value) =>
    expect(read('orgType', cell).value).toBe(value))
  it.each([['单独组建党支部', '单独组建'], ['联合党支部', '联合组建'], ['区域联建', '联合组建'], ['单独/联合', undefined]])('mode %s', (cell, value) =>
    expect(read('orgMode', cell).value).toBe(value))
  it.each([['党员人数不足3人', '党员不足3名'], ['企业无党员', '没有党员'], ['只有1名党员', '党员不足3名'], ['正在组建', '符合条件待建']])('reason %s', (cell, value) =>
    expect(read('unbuiltReason', cell).value).toBe(value))
  it('a registered type is read without its brackets', () => expect(read('enterpriseType', '有限责任公司（自然人投资或控股）').value).toBe('私营企业'))
  it.each([['√', '已落实'], ['○', '推进中'], ['×', '未落实'], ['/', '不适用']])('delivery %s', (cell, value) =>
    expect(read('delivery.flag', cell).value).toBe(value))
  it('a state-owned enterprise is asked about', () => {
    expect(read('enterpriseType', '国有企业').finding).toMatchObject({ code: 'V-08', level: 'warning' })
  })
  it.each(['无', '暂无', '空缺', '待定'])('nobody is called %s', (cell) => {
    expect(read('liaisonName', cell)).toEqual({ value: undefined })
    expect(read('contactPhone', cell)).toEqual({ value: undefined })
  })
  it.each(['是', '√', '13800138000'])('%s names nobody', (cell) => {
    expect(read('liaisonName', cell)).toMatchObject({ value: undefined, finding: { code: 'V-10' } })
  })
  it('a name wrapped by hand is one name, persons on two lines stay two', () => {
    expect(read('enterpriseName', '某某机械\n有限公司').value).toBe('某某机械有限公司')
    expect(read('liaisonName', '张三\n李四').value).toBe('张三 李四')
  })
  it('the apostrophe of text cells is no part of them', () => {
    expect([read('employees', "'12"), read('contactPhone', "'13800138000"), read('creditCode', "'91000000MA00000157")].map(({ value }) => value)).toEqual([12, '13800138000', '91000000MA00000157'])
  })
  it('a strange telephone is kept and listed', () => {
    expect(read('contactPhone', '1380013800')).toMatchObject({ value: '1380013800', finding: { code: 'V-12' } })
    expect(read('contactPhone', 13800138000)).toEqual({ value: '13800138000' })
  })
})

describe('codes and money', () => {
  it('keeps codes as text', () => expect(read('creditCode', ' 91000000ma00000157 ').value).toBe('91000000MA00000157'))
  it.each([9.1e17, '9.1E+17'])('%s has lost its digits', (cell) => {
    expect(read('creditCode', cell)).toMatchObject({ value: undefined, finding: { code: 'V-06' } })
  })
  it.each([[1643.44, 1643.44], ['3.5万元', 3.5], ['1,200.5', 1200.5], ['5000元', 0.5], ['1.2亿', 12000]])('%s 万元', (cell, value) =>
    expect(read('annualRevenue', cell).value).toBe(value))
  it('refuses what is no amount', () => expect(read('annualRevenue', '保密').finding?.code).toBe('V-09'))
  it('an error value is a finding', () => expect(read('note', { error: '#REF!' }).finding?.code).toBe('V-09'))
})
