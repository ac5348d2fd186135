import { describe, expect, it } from 'vitest'
import { aliasList, movedTo, unitChanges, unitFaults, unitLines, type KeptUnit, type UnitEdits } from './unitLines'

const kept: KeptUnit[] = [
  { id: 1, version: 4, name: '东山街道', kind: '街道', aliases: ['东山街办'], sortNo: 1, active: true },
  { id: 2, version: 1, name: '北台镇', kind: '镇', aliases: [], sortNo: 2, active: true },
  { id: 3, version: 2, name: '高新园区', kind: '园区', aliases: [], sortNo: 5, active: false },
]
const nothing: UnitEdits = { edits: {}, seen: {}, order: null }
const changesOf = (typed: Partial<UnitEdits>) => {
  const draft = { ...nothing, ...typed }
  return unitChanges(kept, unitLines(kept, draft), draft.edits)
}

describe('what is to be written', () => {
  it('is nothing when nothing was typed, or the same again', () => {
    expect(changesOf({})).toEqual([])
    expect(changesOf({ edits: { 1: { name: '东山街道 ', aliases: '东山街办，' } }, order: [1, 2, 3] })).toEqual([])
  })

  it('is what differs, with the version that was seen', () => {
    expect(changesOf({ edits: { 2: { aliases: '北台、北台镇政府', active: false } } })).toEqual([
      { kind: 'unit', id: 2, version: 1, values: { active: false, aliases: ['北台', '北台镇政府'] } },
    ])
  })

  it('numbers the units anew when their order changes, and only those whose number does', () => {
    expect(changesOf({ order: [2, 1, 3] })).toEqual([
      { kind: 'unit', id: 2, version: 1, values: { sortNo: 1 } },
      { kind: 'unit', id: 1, version: 4, values: { sortNo: 2 } },
      { kind: 'unit', id: 3, version: 2, values: { sortNo: 3 } },
    ])
  })

  it('puts new units behind the others and leaves those alone', () => {
    expect(changesOf({ edits: { [-1]: { name: '西岭街道' }, [-2]: { name: '商务局', kind: '其他' } } })).toEqual([
      { kind: 'unit', id: -1, values: { name: '西岭街道', kind: '街道', aliases: [], active: true, sortNo: 6 } },
      { kind: 'unit', id: -2, values: { name: '商务局', kind: '其他', aliases: [], active: true, sortNo: 7 } },
    ])
  })

  it('puts a new unit where it was moved', () => {
    const changes = changesOf({ edits: { [-1]: { name: '西岭街道' } }, order: [1, -1, 2, 3] })
    expect(changes.map(({ id, values }) => [id, values.sortNo])).toEqual([[-1, 2], [2, 3], [3, 4]])
  })
})

it('shows what somebody else made of a field while it was changed here', () => {
  const draft = { ...nothing, edits: { 1: { aliases: '东山' }, 2: { name: '北台新镇' } }, seen: { 1: { aliases: '' }, 2: { name: '北台镇' } } }
  const [east, north] = unitLines(kept, draft)
  expect(east?.overtaken).toEqual({ aliases: '东山街办' })
  expect(north?.overtaken).toEqual({})
})

it('moves a unit to the place typed, the ends being the ends', () => {
  expect(movedTo([1, 2, 3], 3, 1)).toEqual([3, 1, 2])
  expect(movedTo([1, 2, 3], 1, 2)).toEqual([2, 1, 3])
  expect(movedTo([1, 2, 3], 1, 99)).toEqual([2, 3, 1])
  expect(movedTo([1, 2, 3], 2, 0)).toEqual([2, 1, 3])
})

it('takes aliases however they are divided, each once', () => {
  expect(aliasList('东山、东山街办，东山  东山办事处;')).toEqual(['东山', '东山街办', '东山办事处'])
})

describe('faults', () => {
  const faultsOf = (edits: UnitEdits['edits']) => [...unitFaults(unitLines(kept, { ...nothing, edits }))]
  it.each([
    [{ 2: { name: ' ' } }, [[2, { field: 'name', message: '请填写单位名称' }]]],
    [{ [-1]: { name: '东山街道' } }, [[-1, { field: 'name', message: '“东山街道”已是“东山街道”的名称或别名' }]]],
    [{ 2: { aliases: '东山街办' } }, [[2, { field: 'aliases', message: '“东山街办”已是“东山街道”的名称或别名' }]]],
    [{ 2: { aliases: '别'.repeat(41) } }, [[2, { field: 'aliases', message: '不能超过 40 个字' }]]],
    [{ 1: { aliases: '东山街道' } }, []],
  ])('%o', (edits, faults) => {
    expect(faultsOf(edits)).toEqual(faults)
  })
})
