import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../shared/contract/record'
import { nationalSettings, withChanges } from '../../../../shared/domain/officeSettings'
import {
  checkActivityCount,
  checkBelongs,
  checkDecision,
  checkDelivery,
  checkFundEntry,
  checkGoal,
  checkProposal,
  checkSchemeItem,
  checkScore,
} from './workRules'

const said = (findings: readonly Finding[]): string[] => findings.map(({ level, field }) => `${level} ${String(field)}`)

describe('三建三送 (V-37)', () => {
  it('warns of a date that is missing and of a plaque without an organisation', () => {
    expect(said(checkDelivery({ item: 'plaque', state: '已落实', doneOn: null }, { built: false, wording: nationalSettings }))).toEqual(['warning doneOn', 'warning state'])
    expect(checkDelivery({ item: 'plaque', state: '已落实', doneOn: '2026-01-01' }, { built: true, wording: nationalSettings })).toEqual([])
    expect(checkDelivery({ item: 'flag', state: '未落实', doneOn: null }, { built: false, wording: nationalSettings })).toEqual([])
  })

  it('speaks in the words of the district', () => {
    const wording = withChanges(nationalSettings, { words: { delivery: { 已落实: '到位' } }, deliveryLabels: { plaque: '组织标牌' } })
    const found = checkDelivery({ item: 'plaque', state: '已落实', doneOn: null }, { built: false, wording })
    expect(found.map(({ message }) => message)).toEqual(['到位，落实日期为空', '没有党组织，却登记已送组织标牌'])
  })

  it('refuses an acceptance before the delivery', () => {
    expect(said(checkDelivery({ item: 'flag', state: '已落实', doneOn: '2026-02-01', acceptedOn: '2026-01-01' }, { built: true, wording: nationalSettings }))).toEqual(['error acceptedOn'])
  })
})

describe('经费 (V-38)', () => {
  const entry = { partyOrgId: 1, enterpriseId: null, amount: 100, direction: '收入', source: '财政列支', use: null }
  it('asks for a source of an income and a use of an expense', () => {
    expect(checkFundEntry(entry, 100)).toEqual([])
    expect(said(checkFundEntry({ ...entry, source: null }, 100))).toEqual(['error source'])
    expect(said(checkFundEntry({ ...entry, direction: '支出', source: null }, 0))).toEqual(['error use'])
  })

  it('warns of an expense above the balance, with what is missing in 元', () => {
    const [finding] = checkFundEntry({ ...entry, direction: '支出', source: null, use: '教育培训' }, -12_345)
    expect(finding).toMatchObject({ level: 'warning', field: 'amount', message: '支出超过结余，差 123.45 元' })
  })

  it('refuses nothing and nobody', () => {
    expect(said(checkFundEntry({ ...entry, partyOrgId: null, amount: 0 }, 0))).toEqual(['error partyOrgId', 'error amount'])
    expect(checkBelongs({ partyOrgId: null, enterpriseId: 3 })).toEqual([])
  })
})

it('names what a remedy, a decision and an answer still need', () => {
  expect(said(checkGoal({ remedy: '补建活动室', deadline: null }))).toEqual(['notice deadline'])
  expect(said(checkDecision({ unitId: null, responsibleUnit: null, state: '已办结', finishedOn: null }))).toEqual(['error unitId', 'error finishedOn'])
  expect(said(checkDecision({ unitId: 1, state: '办理中', finishedOn: '2026-01-01' }))).toEqual(['error state'])
  expect(said(checkProposal({ state: '已答复', answer: null, answeredOn: null, receivedOn: '2026-01-02' }))).toEqual(['error answer', 'error answeredOn'])
  expect(said(checkProposal({ state: '已答复', answer: '好', answeredOn: '2026-01-01', receivedOn: '2026-01-02' }))).toEqual(['error answeredOn'])
})

it('hints at the norms of organisation life and says nothing of blanks', () => {
  expect(said(checkActivityCount({ memberMeetings: 0, themeDays: 2, groupMeetings: null }))).toEqual(['notice memberMeetings', 'notice themeDays'])
})

it('keeps points within the item and a computed item with its formula', () => {
  expect(said(checkSchemeItem({ method: '系统计算', formula: null }, { sum: 100, total: 100 }))).toEqual(['error formula'])
  expect(said(checkSchemeItem({ method: '人工评分', formula: '按期换届' }, { sum: 110, total: 100 }))).toEqual(['error method', 'warning max'])
  expect(said(checkScore({ self: 10, final: 10.5 }, 10))).toEqual(['error final'])
  expect(checkScore({ self: 10, final: 10 }, 10)).toEqual([])
})
