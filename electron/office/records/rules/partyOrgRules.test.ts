import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../shared/contract/record'
import { checkCoverage, checkPartyOrg, checkSecretaryTerm, type CoverageFacts, type OrgFacts, type SecretaryFacts } from './partyOrgRules'
import type { Values } from './say'

const told = (findings: readonly Finding[]): string[] => findings.map(({ level, code, field }) => `${level} ${code} ${field}`)

const today = '2026-06-30'
const company = (formalMembers: number | null, name = '甲公司') => ({ name, formalMembers })
const many = (count: number, formalMembers = 1) => Array.from({ length: count }, (_, i) => company(formalMembers, `公司${i}`))

const sound: Values = {
  name: '中共甲公司支部委员会', orgType: '党支部', mode: '单独组建', jointBasis: null, foundedOn: '2015-01-01',
  lastElectionOn: '2025-01-01', termYears: null, termEndsOn: null, extendedTo: null, extensionNo: null,
  committeeSize: null, formalMembersStated: null, dissolvedOn: null, dissolveReason: null,
}
const facts: OrgFacts = {
  covered: [company(4)], sameName: false, hasSecretary: true, minMembers: 3, jointLimit: 5, today,
}
const org = (values: Values = {}, more: Partial<OrgFacts> = {}) => told(checkPartyOrg({ ...sound, ...values }, { ...facts, ...more }))
const joint = { mode: '联合组建', jointBasis: '园区' }

describe('an organisation', () => {
  it('without a fault says nothing', () => expect(org()).toEqual([]))

  it.each<[string, Values, Partial<OrgFacts>, string[]]>([
    ['V-11 founded before the party', { foundedOn: '1921-06-30' }, {}, ['warning V-11 foundedOn']],
    ['V-14 joint without its basis', { mode: '联合组建' }, { covered: many(2) }, ['warning V-14 jointBasis']],
    ['V-14 single with a basis of joining', { jointBasis: '园区' }, {}, ['warning V-14 jointBasis']],
    ['V-15 without a type', { orgType: null }, {}, ['warning V-15 orgType']],
    ['V-16 without a founding', { foundedOn: null }, {}, ['warning V-16 foundedOn']],
    ['V-17 without a secretary', {}, { hasSecretary: false }, ['notice V-17 null']],
    ['V-19 no member at all', {}, { covered: [company(null)] }, ['warning V-19 null']],
    ['V-21 single with two members', {}, { covered: [company(2)] }, ['warning V-21 mode']],
    ['V-22 joint with an enterprise that could stand alone', joint, { covered: [company(3), company(1)] }, ['notice V-22 null']],
    ['V-26 a 党委 of 99', { orgType: '党委' }, { covered: [company(99)] }, ['notice V-26 orgType']],
    ['V-26 a 党委 of 100', { orgType: '党委' }, { covered: [company(100)] }, []],
    ['V-26 a 党总支 of 49', { orgType: '党总支' }, { covered: [company(49)] }, ['notice V-26 orgType']],
    ['V-26 a 党支部 of 51', {}, { covered: [company(51)] }, ['notice V-26 orgType']],
    ['V-28 stated members that do not add up', { formalMembersStated: 5 }, {}, ['warning V-28 formalMembersStated']],
    ['V-30 six enterprises', joint, { covered: many(6) }, ['notice V-30 null']],
    ['V-30 five enterprises', joint, { covered: many(5) }, []],
    ['V-31 seven members without a committee', { committeeSize: 0 }, { covered: [company(7)] }, ['notice V-31 committeeSize']],
    ['V-31 six members with one', { committeeSize: 3 }, { covered: [company(6)] }, ['notice V-31 committeeSize']],
    ['V-31 a committee of eight', { committeeSize: 8 }, { covered: [company(20)] }, ['notice V-31 committeeSize']],
    ['V-32 a taken name', {}, { sameName: true }, ['error V-32 name']],
    ['V-32 single over two', {}, { covered: many(2, 3) }, ['error V-32 mode']],
    ['V-32 nobody covered', {}, { covered: [] }, ['warning V-32 null']],
    ['V-32 joint over one', joint, { covered: [company(2)] }, ['notice V-32 mode']],
    ['V-33 elected before founded', { foundedOn: '2025-06-01' }, {}, ['error V-33 lastElectionOn']],
    ['V-33 ends before elected', { termEndsOn: '2024-12-31' }, {}, ['error V-33 termEndsOn', 'notice V-33 lastElectionOn']],
    ['V-33 extended by more than a year', { extendedTo: '2029-01-02', extensionNo: '1号' }, {}, ['error V-33 extendedTo']],
    ['V-33 extended by a year', { extendedTo: '2029-01-01', extensionNo: '1号' }, {}, []],
    ['V-33 extended to the very end', { extendedTo: '2028-01-01', extensionNo: '1号' }, {}, ['error V-33 extendedTo']],
    ['V-33 extended without a number', { extendedTo: '2028-06-01' }, {}, ['warning V-33 extensionNo']],
    ['V-33 reported before elected', { reportedOn: '2024-12-31' }, {}, ['warning V-33 reportedOn']],
    ['V-33 reported on the day', { reportedOn: '2025-01-01' }, {}, []],
    ['V-33 reported without an election', { reportedOn: '2025-02-01', lastElectionOn: null }, {}, ['warning V-33 lastElectionOn']],
    ['V-33 overdue', { lastElectionOn: '2023-06-29' }, {}, ['notice V-33 lastElectionOn']],
    ['V-33 not chased for a guess from the founding', { lastElectionOn: null }, {}, []],
    ['a dissolution without a reason', { dissolvedOn: '2026-01-01' }, {}, ['error field dissolveReason']],
    ['a dissolution before the founding', { dissolvedOn: '2014-01-01', dissolveReason: '并入' }, {}, ['error V-33 dissolvedOn']],
    ['nothing of members, secretary or term once dissolved', { dissolvedOn: '2026-01-01', dissolveReason: '并入', lastElectionOn: '2020-01-01' }, { covered: [], hasSecretary: false }, []],
  ])('%s', (_case, values, more, expected) => expect(org(values, more)).toEqual(expected))
})

describe('a relation of an organisation and an enterprise', () => {
  const around: CoverageFacts = {
    others: [], org: { name: '中共园区联合支部', mode: '联合组建', dissolvedOn: null, foundedOn: '2020-01-01' }, alsoCovered: ['乙公司'],
    formalMembers: 1, minMembers: 3,
  }
  const coverage = (values: Values, more: Partial<CoverageFacts> = {}) => told(checkCoverage({ since: '2024-01-01', until: null, ...values }, { ...around, ...more }))
  const elsewhere = (from: string | null, to: string | null) => ({ others: [{ orgName: '中共丙支部', from, to }] })
  const single = { name: '中共丙支部', mode: '单独组建', dissolvedOn: null, foundedOn: null }

  it.each<[string, Values, Partial<CoverageFacts>, string[]]>([
    ['within its organisation', {}, {}, []],
    ['that ends before it begins', { until: '2023-12-31' }, {}, ['error V-32 until']],
    ['while another one lasts', {}, elsewhere(null, '2024-01-01'), ['error V-32 enterpriseId']],
    ['after another one has ended', {}, elsewhere('2019-01-01', '2023-12-31'), []],
    ['before another one begins', { until: '2024-12-31' }, elsewhere('2025-01-01', null), []],
    ['of a single organisation that has one', {}, { org: single }, ['error V-32 partyOrgId']],
    ['of a single organisation that has none', {}, { org: single, alsoCovered: [] }, []],
    ['of a dissolved organisation', {}, { org: { ...single, mode: '联合组建', dissolvedOn: '2025-01-01' } }, ['error V-32 partyOrgId']],
    ['that ended with its organisation', { until: '2025-01-01' }, { org: { ...single, mode: '联合组建', dissolvedOn: '2025-01-01' } }, []],
    ['older than its organisation', { since: '2019-01-01' }, {}, ['warning V-32 since']],
    ['of an enterprise that could stand alone', {}, { formalMembers: 3 }, ['notice V-22 enterpriseId']],
  ])('%s', (_case, values, more, expected) => expect(coverage(values, more)).toEqual(expected))
})

describe('a secretary’s term', () => {
  const values: Values = { name: '张三', since: '2024-01-01', until: null, phone: '13800138000', source: '内选' }
  const term = (part: Values, more: Partial<SecretaryFacts> = {}) => told(checkSecretaryTerm({ ...values, ...part }, { others: [], alsoHeads: [], ...more }))
  const other = (from: string | null, to: string | null) => ({ others: [{ name: '李四', from, to }] })

  it.each<[string, Values, Partial<SecretaryFacts>, string[]]>([
    ['without a fault', {}, {}, []],
    ['that ends before it begins', { until: '2023-12-31' }, {}, ['error V-33 until']],
    ['beside one that is still open', {}, other('2020-01-01', null), ['error V-33 until']],
    ['from the day the former ended', {}, other('2020-01-01', '2024-01-01'), []],
    ['that overlaps a former one', {}, other('2020-01-01', '2024-05-01'), ['warning V-33 since']],
    ['without a telephone (V-18)', { phone: null }, {}, ['notice V-18 phone']],
    ['that ended, without a telephone', { phone: null, until: '2025-01-01' }, {}, []],
    ['without a source', { source: null }, {}, ['notice field source']],
    ['of a person who heads another one (V-34)', {}, { alsoHeads: ['中共丙支部'] }, ['notice V-34 name']],
  ])('%s', (_case, part, more, expected) => expect(term(part, more)).toEqual(expected))
})
