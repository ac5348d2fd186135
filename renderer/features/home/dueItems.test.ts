import { describe, expect, it } from 'vitest'
import type { WorkDue } from '../../../shared/contract/work'
import { dueKeys } from '../../../shared/domain/dueWork'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import { dueGroups, dueItems, type DueScene } from './dueItems'

const due: WorkDue = {
  today: '2026-07-10', counts: [], electionMonths: 6, electionLastMonths: 2, firstDays: 30, secondDays: 90, minMembers: 3,
}
const quiet: NonNullable<DueScene['home']> = {
  total: s1Figures({ C: 20, D: 16, E: 5, F: 5, H: 8, I: 8, L: 5, O: 4, R: 0, S: 0 }), units: [], emptyUnits: [], unverifiedOrgs: 0,
}
const scene: DueScene = { due, home: quiet, targetsBehind: 0, unitIds: [] }

describe('dueItems', () => {
  it('has nothing to do when nothing is due', () => {
    expect(dueItems(scene)).toEqual([])
  })

  it('names every kind of work with its list, in its group', () => {
    const counts = dueKeys.map((key, index) => ({ key, count: index + 1 }))
    const items = dueItems({ ...scene, due: { ...due, counts } })
    expect(items.map(({ key }) => key)).toEqual(dueKeys)
    expect(new Set(items.map(({ text }) => text)).size).toBe(dueKeys.length)
    expect(new Set(items.map(({ opens }) => JSON.stringify(opens))).size).toBe(dueKeys.length)
    expect(dueGroups(items).map(({ level, items: own }) => [level, own.length])).toEqual([['逾期', 9], ['近期', 9], ['待办', 2]])
  })

  it('says the limits as they are set', () => {
    const counts = [{ key: 'electionLetter' as const, count: 1 }, { key: 'dueUnbuilt' as const, count: 2 }]
    const items = dueItems({ ...scene, due: { ...due, counts, electionMonths: 4, minMembers: 5 } })
    expect(items.map(({ text }) => text)).toEqual(['党组织 4 个月内届满，发换届提醒函', '应建未建(正式党员 5 名以上)'])
  })

  it('keeps the units chosen in every list', () => {
    const counts = [{ key: 'decisionSoon' as const, count: 1 }]
    const [item] = dueItems({ ...scene, due: { ...due, counts }, unitIds: [2, 3] })
    expect(item?.opens).toEqual({ name: 'decisions', query: { unit: '2,3', 'f.state': '未启动,办理中', from: '2026-07-10', to: '2026-07-17' } })
  })

  it('adds what the figures and the targets tell; of some units only what is theirs', () => {
    const unit = { unit: '甲街道', D: 5, G: 1, T: 1, J: 0.2, W: 0.4 }
    const home = {
      ...quiet, total: { ...quiet.total, U: 7 }, units: [{ ...unit, unitId: 1, U: 3 }, { ...unit, unitId: 2, U: 4 }],
      unverifiedOrgs: 2, emptyUnits: ['马家镇'],
    }
    const all = dueItems({ ...scene, home, targetsBehind: 5 })
    expect(all.map(({ key, level, count }) => [key, level, count])).toEqual([
      ['targetBehind', '逾期', 5], ['uncovered', '待办', 7], ['unverified', '待办', 2], ['emptyUnits', '待办', 1],
    ])
    const some = dueItems({ ...scene, home, targetsBehind: 1, unitIds: [2] })
    expect(some.map(({ key, count }) => [key, count])).toEqual([['targetBehind', 1], ['uncovered', 4]])
    expect(some[1]?.opens).toEqual({ name: 'ledger', query: { unit: '2', figure: 'U' } })
  })
})
