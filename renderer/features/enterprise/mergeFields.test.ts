import { expect, it } from 'vitest'
import { mergedValues, mergeFields } from './mergeFields'

const keep = { names: { unitId: '甲街道' }, values: { name: '甲公司', unitId: 1, employees: 5, contactName: null, tags: [], note: '老户', formerNames: ['旧名'], hasUnion: false } }
const drop = { names: { unitId: '乙镇' }, values: { name: '甲有限公司', unitId: 2, employees: 5, contactName: '李四', tags: ['重点'], note: null, formerNames: [], hasUnion: true } }

it('asks of the fields that both state differently, as people read them', () => {
  expect(mergeFields(keep, drop)).toEqual([
    { name: 'name', label: '企业名称', keep: '甲公司', drop: '甲有限公司' },
    { name: 'unitId', label: '所属单位', keep: '甲街道', drop: '乙镇' },
    { name: 'hasUnion', label: '工会', keep: '否', drop: '是' },
  ])
})

it('takes over what only the other one states, and what was chosen', () => {
  expect(mergedValues(keep, drop, new Set())).toEqual({ contactName: '李四', tags: ['重点'] })
  expect(mergedValues(keep, drop, new Set(['name', 'hasUnion']))).toEqual({ name: '甲有限公司', contactName: '李四', tags: ['重点'], hasUnion: true })
})
