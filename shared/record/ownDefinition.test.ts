import { expect, it } from 'vitest'
import { nationalSettings, withChanges } from '../domain/officeSettings'
import { goals } from '../domain/valueDomain'
import { ownDefinition } from './ownDefinition'
import { readField } from './readField'
import { definitionOf, recordKinds, type RecordKind } from './recordKind'
import { showField } from './showField'

const own = withChanges(nationalSettings, {
  words: { operatingStatus: { 正常经营: '在业' }, delivery: { 已落实: '已到位' } },
  deliveryLabels: { flag: '党旗党徽' },
  goalLabels: { fund: '有保障' },
  reminders: { followUpFirstDays: 15, followUpSecondDays: 45 },
})

const field = (kind: RecordKind, name: string) => {
  const found = ownDefinition(kind, own).fields[name]
  if (!found) throw new RangeError(name)
  return found
}

it('words values as the district does, and understands its words beside those of the list', () => {
  expect(showField(field('enterprise', 'operatingStatus'), '正常经营')).toBe('在业')
  expect(showField(field('enterprise', 'operatingStatus'), '筹建')).toBe('筹建')
  expect(showField(field('delivery', 'state'), '已落实')).toBe('已到位')
  expect(showField(field('delivery', 'item'), 'flag')).toBe('党旗党徽')
  expect(showField(field('followUp', 'step'), '首次')).toBe('首次(15 天)')
  expect(showField(field('followUp', 'step'), '再次')).toBe('再次(45 天)')
  for (const typed of ['在业', '正常经营']) {
    expect(readField(field('enterprise', 'operatingStatus'), typed)).toEqual({ ok: true, value: '正常经营' })
  }
  const refused = readField(field('enterprise', 'operatingStatus'), '营业')
  expect(refused.ok ? '' : refused.message).toContain('“在业”、“筹建”')
})

it('names the goals and what is kept of them as the district does', () => {
  expect(field('goalCheck', 'fundMet').label).toBe('有保障')
  expect(field('goalCheck', 'fundEvidence').label).toBe('有保障依据')
  expect(field('goalCheck', 'orgEvidence').label).toBe('有组织依据')
})

it('is the definition itself where a district has words of its own for nothing', () => {
  for (const kind of recordKinds) {
    for (const [name, { label }] of Object.entries(definitionOf(kind).fields)) {
      expect(ownDefinition(kind, nationalSettings).fields[name]?.label, `${kind}.${name}`).toBe(label)
    }
  }
  expect(ownDefinition('enterprise', own)).toBe(ownDefinition('enterprise', own))
})

it('has a goal for every verdict and its evidence', () => {
  const { fields } = definitionOf('goalCheck')
  expect(goals.map(({ key }) => [fields[`${key}Met`]?.goal, fields[`${key}Evidence`]?.goal])).toEqual(goals.map(({ key }) => [key, key]))
})
