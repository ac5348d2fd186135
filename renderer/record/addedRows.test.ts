import { expect, it } from 'vitest'
import type { Finding } from '../../shared/contract/record'
import { cellKey, findingsOf, linesOf, pastedOf, planLines } from './addedRows'

const pasted = { fields: ['occurredOn', 'amount', 'summary'], texts: [['2026.3.5', '88', '茶水'], ['', ' ', ''], ['昨天', '9']] }
const lines = linesOf(pasted)
const preset = () => ({ direction: '支出' })

it('makes a line of every row that says something, and the rows again of the lines', () => {
  expect(lines.map(({ id, typed }) => [id, typed['amount']])).toEqual([[-1, '88'], [-2, '9']])
  expect(pastedOf(pasted.fields, lines).texts).toEqual([['2026.3.5', '88', '茶水'], ['昨天', '9', '']])
})

it('reads what can be read into new records that begin with the preset', () => {
  const { changes, unreadable } = planLines('fundEntry', lines, preset, '2026-06-30', new Map())
  expect(changes).toEqual([
    { kind: 'fundEntry', id: -1, values: { direction: '支出', occurredOn: '2026-03-05', amount: 8800, summary: '茶水' } },
    { kind: 'fundEntry', id: -2, values: { direction: '支出', amount: 900 } },
  ])
  expect([...unreadable.keys()]).toEqual([cellKey(-2, 'occurredOn')])
})

it('leaves out what is not wanted', () => {
  const some = lines.map((line) => ({ ...line, wanted: line.id === -1 }))
  expect(planLines('fundEntry', some, preset, '2026-06-30', new Map()).changes).toHaveLength(1)
})

it('says of each cell what is wrong with it once, and of the line what is about no cell', () => {
  const planned = planLines('fundEntry', lines, preset, '2026-06-30', new Map())
  const missing: Finding = { field: 'occurredOn', level: 'error', code: 'field', message: '“日期”不能为空' }
  const found = findingsOf('fundEntry', planned, [
    [{ field: null, level: 'warning', code: 'V-50', message: '没有写明党组织' }],
    [missing, { field: 'source', level: 'error', code: 'field', message: '“收入来源”不能为空' }],
  ])
  expect(found.cells.get(cellKey(-2, 'occurredOn'))?.message).toContain('昨天')
  expect(found.cells.get(cellKey(-2, 'source'))?.level).toBe('error')
  expect(found.lines.get(-1)).toEqual([{ level: 'warning', message: '没有写明党组织' }])
  expect([...found.wrong]).toEqual([-2])
})
