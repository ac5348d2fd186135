import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nationalRules } from '../../../shared/domain/coverage'
import { nationalLimits, nationalSettings } from '../../../shared/domain/officeSettings'
import { checkFacts, type CheckContext, type Finding } from './checkFacts'
import { checkTitles } from './checkTitles'
import type { ImportFields } from './importField'

const national: CheckContext = {
  rules: nationalRules, limits: nationalLimits, wording: nationalSettings, today: '2026-06-30', orgMembers: null, asked: () => true,
}

/** An enterprise with its own organisation that no check has anything to say of. */
const built: Partial<ImportFields> = {
  enterpriseName: '甲公司', creditCode: '91000000MA00000157', operatingStatus: '正常经营', employees: 12, formalMembers: 4, probationaryMembers: 1,
  hasPartyOrg: true, partyOrgName: '中共甲公司支部委员会', orgMode: '单独组建', orgType: '党支部', orgFoundedOn: '2020-01-01',
  secretaryName: '李四', secretaryPhone: '13800138000',
}
/** One without, looked after by a liaison. */
const unbuilt: Partial<ImportFields> = {
  enterpriseName: '乙公司', creditCode: '91000000MA00000232', operatingStatus: '正常经营', isAboveScale: false, employees: 5, formalMembers: 1,
  hasPartyOrg: false, liaisonName: '王五', liaisonPhone: '13900139000',
}

function found(facts: Partial<ImportFields>, context: Partial<CheckContext> = {}): Finding[] {
  return checkFacts(facts, { ...national, ...context })
}

type Case = [code: string, level: Finding['level'], field: Finding['field'], sentence: string, facts: Partial<ImportFields>, context?: Partial<CheckContext>]

const cases: Case[] = [
  ['V-06', 'warning', 'creditCode', '统一社会信用代码为空', { ...built, creditCode: null }],
  ['V-06', 'warning', 'creditCode', '信用代码“91000000MA0000015”不是 18 位或含有不该出现的字符，请核对', { ...built, creditCode: '91000000MA0000015' }],
  ['V-06', 'warning', 'creditCode', '信用代码“91000000MA00000158”末位校验不符，请对照营业执照核对', { ...built, creditCode: '91000000MA00000158' }],
  ['V-12', 'warning', 'secretaryPhone', '电话“12345”不像电话号码，请核对', { ...built, secretaryPhone: '12345' }],
  ['V-13', 'warning', 'partyOrgName', '已建党组织但名称为空，先用拟定名称登记，标为待核实', { ...built, partyOrgName: null }],
  ['V-14', 'warning', 'orgMode', '已建党组织但组建方式为空', { ...built, orgMode: null }],
  ['V-15', 'warning', 'orgType', '已建党组织但类别为空', { ...built, orgType: null }],
  ['V-16', 'warning', 'orgFoundedOn', '已建党组织但成立时间为空', { ...built, orgFoundedOn: null }],
  ['V-17', 'notice', 'secretaryName', '已建党组织但没有书记姓名，按书记空缺登记', { ...built, secretaryName: null, secretaryPhone: null }],
  ['V-18', 'notice', 'secretaryPhone', '书记联系电话为空', { ...built, secretaryPhone: null }],
  ['V-19', 'warning', 'formalMembers', '已建党组织但没有正式党员', { ...built, formalMembers: 0, probationaryMembers: 0 }],
  ['V-19', 'warning', 'formalMembers', '联合党组织覆盖的各企业都没有正式党员', { ...built, orgMode: '联合组建', formalMembers: 0 }, { orgMembers: 0 }],
  ['V-20', 'warning', 'secretaryName', '填“未建党组织”，却填写了党组织名称、组建方式或书记；按未建登记，这些内容未导入', { ...unbuilt, secretaryName: '李四' }],
  ['V-21', 'warning', 'formalMembers', '单独组建但正式党员只有 2 名，不足 3 名', { ...built, formalMembers: 2 }],
  ['V-22', 'notice', 'orgMode', '联合组建但正式党员有 3 名，可单独组建', { ...built, orgMode: '联合组建', formalMembers: 3 }, { orgMembers: 6 }],
  ['V-23', 'notice', 'hasPartyOrg', '正式党员 3 名，应建未建', { ...unbuilt, formalMembers: 3 }],
  ['V-24', 'notice', 'hasPartyOrg', '规模以上企业未建党组织', { ...unbuilt, isAboveScale: true }],
  ['V-25', 'notice', 'hasPartyOrg', '从业人员 50 人(50 人以上)，未建党组织', { ...unbuilt, employees: 50 }],
  ['V-26', 'notice', 'orgType', '党委一般应有正式党员 100 名以上，现有 99 名', { ...built, orgType: '党委', employees: 999, formalMembers: 99 }],
  ['V-26', 'notice', 'orgType', '党总支一般应有正式党员 50 名以上，现有 49 名', { ...built, orgType: '党总支', employees: 999, formalMembers: 49 }],
  ['V-26', 'notice', 'orgType', '党支部正式党员 51 名，已超过 50 名，可设党总支', { ...built, employees: 999, formalMembers: 51 }],
  ['V-27', 'warning', 'formalMembers', '党员 5 名，多于从业人员 4 人', { ...built, employees: 4 }],
  ['V-28', 'warning', 'membersRegisteredHere', '组织关系在本企业 6 名，多于党员总数 5 名', { ...built, membersRegisteredHere: 6 }],
  ['V-28', 'warning', 'membersRegisteredElsewhere', '组织关系在本企业 3 名与不在本企业 1 名之和，不等于党员总数 5 名', { ...built, membersRegisteredHere: 3, membersRegisteredElsewhere: 1 }],
  ['V-29', 'warning', 'fullTimePartyWorkers', '专职 3 名，多于党务工作者 2 名', { ...built, partyWorkers: 2, fullTimePartyWorkers: 3 }],
  ['V-33', 'error', 'termEndsOn', '届满时间 2020-05-01 早于换届时间 2021-05-01，届满时间未导入', { ...built, lastElectionOn: '2021-05-01', termEndsOn: '2020-05-01' }],
  ['V-33', 'notice', 'termEndsOn', '党组织 2026-06-29 届满，至今未换届', { ...built, lastElectionOn: '2023-06-30', termEndsOn: '2026-06-29' }],
  ['V-35', 'notice', 'liaisonName', '未建党组织，也没有指导员(联络员)和群团组织，属未覆盖', { ...unbuilt, liaisonName: null, liaisonPhone: null }],
  ['V-37', 'warning', 'delivery.plaque', '没有党组织，却登记已送党组织牌匾', { ...unbuilt, 'delivery.plaque': '已落实' }],
  ['V-40', 'warning', 'operatingStatus', '经营状态为“已注销”，但党组织仍在，请办理撤销或调整', { ...built, operatingStatus: '已注销' }],
]

describe('what is said of one enterprise', () => {
  it.each(cases)('%s (%s) at %s: %s', (code, level, field, message, facts, context) => {
    expect(found(facts, context)).toContainEqual({ code, level, field, message })
  })

  it.each([['with an organisation', built], ['with a liaison', unbuilt]])('nothing, where nothing is wrong: %s', (_what, facts) => {
    expect(found(facts)).toEqual([])
  })

  it.each<[string, Partial<ImportFields>, Partial<CheckContext>?]>([
    ['V-19', { ...built, orgMode: '联合组建', formalMembers: 0 }, { orgMembers: 3 }],
    ['V-21', { ...built, formalMembers: 3 }],
    ['V-22', { ...built, orgMode: '联合组建', formalMembers: 2 }, { orgMembers: 6 }],
    ['V-23', { ...unbuilt, formalMembers: 2 }],
    ['V-25', { ...unbuilt, employees: 49 }],
    ['V-26', { ...built, orgType: '党总支', employees: 999, formalMembers: 50 }],
    ['V-27', { ...built, employees: 5 }],
    ['V-28', { ...built, membersRegisteredHere: 3, membersRegisteredElsewhere: 2 }],
    ['V-33', { ...built, lastElectionOn: '2023-06-30', termEndsOn: '2026-06-30' }],
    ['V-35', { ...unbuilt, liaisonName: null, hasUnion: true }],
  ])('%s not at its limit', (code, facts, context) => {
    expect(found(facts, context).map((finding) => finding.code)).not.toContain(code)
  })

  it('nothing of columns the sheet does not have', () => {
    expect(found({ ...built, creditCode: null }, { asked: (field) => field !== 'creditCode' })).toEqual([])
  })
})

it('every check of docs/domain.md has a name, and none has one without being there', () => {
  const described = readFileSync(join(import.meta.dirname, '../../../docs/domain.md'), 'utf8').split('\n').filter((line) => /^\| V-\d\d(, V-\d\d)* \|/.test(line))
  const codes = described.flatMap((line) => line.split('|')[1]?.match(/V-\d\d/g) ?? [])
  expect([...codes].sort()).toEqual(Object.keys(checkTitles).sort())
  expect(codes).toHaveLength(new Set(codes).size)
})
