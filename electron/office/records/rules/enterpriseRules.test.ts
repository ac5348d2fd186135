import { expect, it } from 'vitest'
import { nationalWords } from '../../../../shared/domain/ownWords'
import { checkEnterprise, type EnterpriseFacts } from './enterpriseRules'
import type { Values } from './say'

const sound: Values = {
  name: '甲公司', operatingStatus: '正常经营', statusSince: null, statusReason: null, establishedOn: '2010-01-01',
  formalMembers: 3, probationaryMembers: 1, membersUnder35: null, membersManagement: null, membersTechnical: null,
  membersFrontline: null, partyWorkers: null, fullTimePartyWorkers: null, unbuiltReason: null,
}
const told = (values: Values, facts: Partial<EnterpriseFacts> = {}) =>
  checkEnterprise({ ...sound, ...values }, { before: null, sameName: null, built: false, words: nationalWords, ...facts }).map(
    ({ level, code, field }) => `${level} ${code} ${field}`,
  )
const gone = { operatingStatus: '已注销' }

it.each<[string, Values, Partial<EnterpriseFacts>, string[]]>([
  ['without a fault', {}, {}, []],
  ['V-03 a second one of the name', {}, { sameName: '甲公司' }, ['warning V-03 name']],
  ['a changed status without a reason', gone, { before: sound }, ['error field statusReason']],
  ['a changed status with its reason', { ...gone, statusReason: '经营不善' }, { before: sound }, []],
  ['back to work, which needs no reason', {}, { before: { ...sound, ...gone } }, []],
  ['an old status without a reason, left as it is', gone, { before: { ...sound, ...gone } }, []],
  ['V-40 gone while its organisation lives', { ...gone, statusReason: '注销' }, { before: sound, built: true }, ['warning V-40 operatingStatus']],
  ['V-40 closed for a while keeps its organisation', { operatingStatus: '停产停业', statusReason: '检修' }, { before: sound, built: true }, []],
  ['V-11 a status older than the enterprise', { statusSince: '2009-12-31' }, {}, ['warning V-11 statusSince']],
  ['V-28 a part greater than the whole', { membersUnder35: 5 }, {}, ['warning V-28 membersUnder35']],
  ['V-28 a part as great as the whole', { membersUnder35: 4 }, {}, []],
  ['V-28 nothing to compare with', { membersUnder35: 5, formalMembers: null }, {}, []],
  ['V-29 more full-time workers than workers', { partyWorkers: 1, fullTimePartyWorkers: 2 }, {}, ['warning V-29 fullTimePartyWorkers']],
  ['V-20 a reason for having no organisation beside one', { unbuiltReason: '没有党员' }, { built: true }, ['notice V-20 unbuiltReason']],
])('an enterprise: %s', (_case, values, facts, expected) => expect(told(values, facts)).toEqual(expected))
