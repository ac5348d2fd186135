import { expect, test } from 'vitest'
import { groupKey, groupReason, jointMeasure, type JointGroup } from './jointMeasure'

const facts = {
  version: 1, unitId: 1, unitName: '甲街道', community: null, placeKind: null, placeName: null, businessAddress: null, industry: null,
}

function group(names: readonly string[], bond: Partial<JointGroup['bond']> = {}): JointGroup {
  const enterprises = names.map((name, i) => ({ ...facts, id: i + 1, name, formalMembers: 1 }))
  return { bond: { level: 'place', basis: '商务楼宇', name: '创业大厦', ...bond }, formalMembers: names.length, enterprises }
}

test('the measure says with whom and why', () => {
  expect(jointMeasure(group(['甲公司', '乙公司', '丙公司']))).toBe('同在“创业大厦”的甲公司、乙公司、丙公司共 3 家企业联合组建党组织，正式党员共 3 名')
})

test('the longest names leave room in the field', () => {
  const measure = jointMeasure(group(Array.from({ length: 100 }, () => '长'.repeat(100))))
  expect(measure.length).toBeLessThan(500)
  expect(measure).toContain('等共 100 家企业')
})

test.each([
  [{ level: 'community', name: '东关社区' }, '同在“东关社区”'],
  [{ level: 'road', name: '人民路' }, '都在“人民路”沿线'],
  [{ level: 'industry', name: '制造业' }, '同属“制造业”'],
] as const)('%o is the reason %s', (bond, expected) => {
  expect(groupReason(group(['甲公司'], bond))).toBe(expected)
})

test('a group whose enterprise was changed is another one', () => {
  const before = group(['甲公司', '乙公司'])
  const after = { ...before, enterprises: before.enterprises.map((enterprise) => ({ ...enterprise, version: enterprise.version + 1 })) }
  expect(groupKey(before)).not.toBe(groupKey(after))
})
