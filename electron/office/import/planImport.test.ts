import { describe, expect, it } from 'vitest'
import type { ImportPolicy } from '../../../shared/contract/import'
import { nationalRules } from '../../../shared/domain/coverage'
import { nationalLimits, nationalSettings } from '../../../shared/domain/officeSettings'
import { importFields, type ImportField, type ImportFields } from './importField'
import type { KnownLedger } from './knownLedger'
import type { PlanFile } from './planEntry'
import { planImport } from './planImport'
import { knownEnterprise, knownLedger, knownOrg, twoUnits } from './testing/knownOf'

type Row = Partial<ImportFields> & { enterpriseName: string }
const columns = new Map((Object.keys(importFields) as ImportField[]).map((field, i) => [field, i]))

function file(name: string, rows: Row[], unit = 0): PlanFile {
  const known = twoUnits[unit] ?? null
  return {
    fileId: name, form: 'F01', name, unit: known, filledOn: null, issued: null, keepOf: () => 'ours', orgNameOf: () => null,
    rows: rows.map((values, i) => ({ sheet: '表', row: i + 2, columns, values, months: [], unit: known, problems: [], blocked: false, issuedId: null })),
  }
}

function plan(files: PlanFile[], ledger: KnownLedger = knownLedger(), policy: ImportPolicy = 'replace') {
  return planImport(files, ledger, { policy, rules: nationalRules, limits: nationalLimits, wording: nationalSettings, today: '2026-06-30', progress: () => undefined })
}
const codes = (entry: { problems: { code: string; level: string }[] } | undefined) => entry?.problems.map((p) => `${p.code}${p.level.charAt(0)}`) ?? []

const goodCode = '91000000MA00000157'
const otherCode = '91000000MA00000232'

describe('matching', () => {
  const ledger = knownLedger({ enterprises: [knownEnterprise({ id: 7, enterpriseName: '宏达商贸有限公司', creditCode: goodCode, formerNames: ['老宏达商贸'], employees: 5 })] })

  it('by code first; another name is asked about and not taken', () => {
    const [entry] = plan([file('a', [{ enterpriseName: '宏达贸易有限公司', creditCode: goodCode, employees: 9 }])], ledger).entries
    expect(entry).toMatchObject({ action: 'change', known: { id: 7 }, changes: [{ field: 'employees', before: 5, after: 9 }] })
    expect(codes(entry)).toContain('V-07w')
  })
  it('by name whatever its width and blanks, by former name too', () => {
    expect(plan([file('a', [{ enterpriseName: '宏达 商贸有限公司', employees: 5 }])], ledger).entries[0]).toMatchObject({ action: 'same', known: { id: 7 } })
    expect(plan([file('a', [{ enterpriseName: '老宏达商贸', employees: 5 }])], ledger).entries[0]?.known?.id).toBe(7)
  })
  it('a lookalike is suggested, never merged', () => {
    const [entry] = plan([file('a', [{ enterpriseName: '示范区宏达商贸有限责任公司', creditCode: otherCode }])], ledger).entries
    expect(entry?.action).toBe('add')
    expect(codes(entry)).toContain('V-05w')
  })
  it('another unit may not take it', () => {
    const [entry] = plan([file('b', [{ enterpriseName: '宏达商贸有限公司', employees: 9 }], 1)], ledger).entries
    expect(entry?.action).toBe('skip')
    expect(codes(entry)).toContain('V-03e')
  })
})

describe('the same enterprise twice', () => {
  it('an equal row counts once', () => {
    const entries = plan([file('a', [{ enterpriseName: '甲公司', employees: 5 }, { enterpriseName: '甲公司', employees: 5 }])]).entries
    expect(entries.map((entry) => entry.action)).toEqual(['add', 'skip'])
    expect(codes(entries[1])).toEqual(['V-03n'])
  })
  it('a different row is left out and says where the first is', () => {
    const entries = plan([file('a', [{ enterpriseName: '甲公司', employees: 5 }, { enterpriseName: '甲公司', employees: 6 }])]).entries
    expect(entries.map((entry) => entry.action)).toEqual(['add', 'skip'])
    expect(entries[1]?.problems[0]).toMatchObject({ code: 'V-03', level: 'error', row: 3 })
    expect(entries[1]?.problems[0]?.message).toContain('第 2 行')
  })
  it('two units with the same code: the first keeps it', () => {
    const entries = plan([file('a', [{ enterpriseName: '甲公司', creditCode: goodCode }]), file('b', [{ enterpriseName: '甲分号公司', creditCode: goodCode }], 1)]).entries
    expect(entries.map((entry) => entry.action)).toEqual(['add', 'skip'])
    expect(entries[1]?.problems[0]?.message).toContain('甲街道')
  })
})

describe('policies', () => {
  const ledger = knownLedger({ enterprises: [knownEnterprise({ id: 1, enterpriseName: '甲公司', employees: 5, contactName: null, hasUnion: false })] })
  const rows: Row[] = [{ enterpriseName: '甲公司', employees: 8, contactName: '张三' }, { enterpriseName: '乙公司' }]
  const changed = (policy: ImportPolicy) => plan([file('a', rows)], ledger, policy).entries.map((entry) => [entry.action, ...(entry.known ? entry.changes.map((change) => change.field) : ['enterpriseName'])])

  it('以表为准 takes what is filled', () => expect(changed('replace')).toEqual([['change', 'employees', 'contactName'], ['add', 'enterpriseName']]))
  it('补空 fills blanks only', () => expect(changed('fill')).toEqual([['change', 'contactName'], ['add', 'enterpriseName']]))
  it('只新增 leaves what is known alone', () => expect(changed('add')).toEqual([['same'], ['add', 'enterpriseName']]))
  it('a blank cell never erases', () => {
    expect(plan([file('a', [{ enterpriseName: '甲公司' }])], ledger).entries[0]).toMatchObject({ action: 'same', changes: [] })
  })
})

describe('organisations from rows', () => {
  it('one named organisation, many rows: founded once, disagreements named', () => {
    const result = plan([file('a', [
      { enterpriseName: '甲公司', hasPartyOrg: true, partyOrgName: '中共联合支部委员会', orgMode: '联合组建', orgType: '党支部', orgFoundedOn: '2020-01-01' },
      { enterpriseName: '乙公司', hasPartyOrg: true, partyOrgName: '联合党支部', orgMode: '联合组建', orgType: '党支部', orgFoundedOn: '2021-01-01' },
    ])])
    expect(result.orgs).toMatchObject([{ name: '中共联合支部委员会', covers: 2, foundedOn: '2020-01-01', unverified: false }])
    expect(codes(result.entries[1])).toContain('V-44w')
  })
  it('one name in two units is one organisation, and that is said', () => {
    const row = { hasPartyOrg: true, partyOrgName: '商圈联合党支部', orgMode: '联合组建' } as const
    const result = plan([file('a', [{ enterpriseName: '甲公司', ...row }]), file('b', [{ enterpriseName: '乙公司', ...row }], 1)])
    expect(result.orgs).toHaveLength(1)
    expect([codes(result.entries[0]).includes('V-44n'), codes(result.entries[1]).includes('V-44n')]).toEqual([false, true])
  })
  it('without names: singles are proposed one by one, joint rows group by unit, secretary and date', () => {
    const joint = { hasPartyOrg: true, orgMode: '联合组建', orgType: '党支部', orgFoundedOn: '2020-01-01', secretaryName: '李四' } as const
    const result = plan([file('a', [
      { enterpriseName: '甲公司', ...joint }, { enterpriseName: '乙公司', ...joint },
      { enterpriseName: '丙公司', ...joint, orgFoundedOn: '2021-01-01' },
      { enterpriseName: '丁公司', hasPartyOrg: true, orgMode: '单独组建', orgType: '党总支' },
    ])])
    expect(result.orgs.map((org) => [org.name, org.covers, org.unverified])).toEqual([
      ['中共甲公司等企业联合支部委员会', 2, true], ['中共丙公司等企业联合支部委员会', 1, true], ['中共丁公司总支部委员会', 1, true],
    ])
    expect(codes(result.entries[3])).toContain('V-13w')
  })
  it('a single organisation belongs to one enterprise', () => {
    const single = { hasPartyOrg: true, partyOrgName: '中共甲支部委员会', orgMode: '单独组建' } as const
    const result = plan([file('a', [{ enterpriseName: '甲公司', ...single }, { enterpriseName: '乙公司', ...single }])])
    expect(result.entries.map((entry) => entry.action)).toEqual(['add', 'skip'])
    expect(codes(result.entries[1])).toContain('V-32e')
  })
  describe('a single organisation the ledger has', () => {
    const single = { hasPartyOrg: true, partyOrgName: '中共甲支部委员会', orgMode: '单独组建' } as const
    const ledger = knownLedger({
      enterprises: [knownEnterprise({ id: 1, enterpriseName: '甲公司', ...single, partyOrgId: 3, coverageId: 4 })],
      orgs: [knownOrg({ id: 3, name: '中共甲支部委员会' })],
    })
    it('is not shared with an enterprise of a file that does not list its own', () => {
      for (const row of [single, { hasPartyOrg: true, partyOrgName: '甲党支部' }] as const) {
        const [entry] = plan([file('a', [{ enterpriseName: '乙公司', ...row }])], ledger).entries
        expect([entry?.action, entry?.org]).toEqual(['skip', null])
        expect(entry?.problems.find((p) => p.code === 'V-32')).toMatchObject({ level: 'error', message: expect.stringContaining('台账中属于“甲公司”') })
      }
    })
    it('is not shared when the file says its own enterprise is 未建, which ends nothing', () => {
      const { entries } = plan([file('a', [{ enterpriseName: '甲公司', hasPartyOrg: false }, { enterpriseName: '乙公司', ...single }])], ledger)
      expect(entries.map((entry) => entry.action)).toEqual(['same', 'skip'])
    })
    it('stays with its own enterprise, and follows another when its own leaves', () => {
      expect(plan([file('a', [{ enterpriseName: '甲公司', ...single }])], ledger).entries[0]?.action).toBe('same')
      const { entries } = plan([file('a', [
        { enterpriseName: '乙公司', ...single }, { enterpriseName: '甲公司', hasPartyOrg: true, partyOrgName: '中共商圈联合支部委员会', orgMode: '联合组建' },
      ])], ledger)
      expect(entries.map((entry) => entry.action)).toEqual(['add', 'change'])
    })
    it('is shared once a row says it is 联合组建', () => {
      const [entry] = plan([file('a', [{ enterpriseName: '乙公司', ...single, orgMode: '联合组建' }])], ledger).entries
      expect([entry?.action, entry?.org?.existing?.id]).toEqual(['add', 3])
    })
  })
  it('a row that says 未建 dissolves nothing', () => {
    const ledger = knownLedger({
      enterprises: [knownEnterprise({ id: 1, enterpriseName: '甲公司', hasPartyOrg: true, partyOrgName: '中共甲支部委员会', partyOrgId: 3, coverageId: 4, orgMode: '单独组建' })],
      orgs: [knownOrg({ id: 3, name: '中共甲支部委员会' })],
    })
    const [entry] = plan([file('a', [{ enterpriseName: '甲公司', hasPartyOrg: false }])], ledger).entries
    expect(entry).toMatchObject({ action: 'same', changes: [], org: null })
    expect(codes(entry)).toContain('V-20w')
  })
  it('contents of an organisation beside 未建 are left out', () => {
    const [entry] = plan([file('a', [{ enterpriseName: '甲公司', hasPartyOrg: false, partyOrgName: '中共甲支部委员会', secretaryName: '李四' }])]).entries
    expect(entry?.added).toMatchObject({ enterpriseName: '甲公司', hasPartyOrg: false })
    expect(entry?.added.partyOrgName ?? entry?.added.secretaryName).toBeUndefined()
    expect(codes(entry)).toContain('V-20w')
  })
})

describe('the whole', () => {
  it('lists enterprises of the units that no file brings, and jumps in number', () => {
    const enterprises = Array.from({ length: 10 }, (_, i) => knownEnterprise({ id: i + 1, enterpriseName: `第${i}公司`, operatingStatus: i === 9 ? '已注销' : '正常经营' }))
    const result = plan([file('a', [{ enterpriseName: '第0公司' }, { enterpriseName: '第1公司' }])], knownLedger({ enterprises }))
    expect(result.absent.map((known) => known.id)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(result.fileProblems).toMatchObject([{ code: 'V-43', level: 'warning', fileId: 'a' }])
  })
  it('knows people by name and telephone, and the one already assigned', () => {
    const ledger = knownLedger({
      enterprises: [knownEnterprise({ id: 1, enterpriseName: '甲公司', liaisonId: 5, liaisonName: '王五', liaisonPhone: '13800138000' })],
      liaisons: [{ id: 5, name: '王五', phone: '13800138000', employerPost: null }, { id: 6, name: '王五', phone: '13900139000', employerPost: null }],
    })
    const result = plan([file('a', [
      { enterpriseName: '甲公司', liaisonName: '王五', liaisonPhone: '13700137000' },
      { enterpriseName: '乙公司', liaisonName: '王五', liaisonPhone: '13900139000' },
      { enterpriseName: '丙公司', liaisonName: '王五', liaisonPhone: '13600136000' },
    ])], ledger)
    expect(result.entries.map((entry) => entry.liaison?.existing?.id ?? null)).toEqual([5, 6, null])
  })
  it('letters that are figures are set right where the check digit proves it', () => {
    const [entry] = plan([file('a', [{ enterpriseName: '甲公司', creditCode: '91OOO000MA00000I57' }])]).entries
    expect(entry?.facts).toMatchObject({ creditCode: goodCode })
    expect(codes(entry)).toContain('V-06w')
  })
  it('a telephone of a secretary without a name is not lost in silence', () => {
    const [entry] = plan([file('a', [{ enterpriseName: '甲公司', hasPartyOrg: true, secretaryPhone: '13800138000' }])]).entries
    expect(entry?.problems.find((p) => p.code === 'V-10')?.message).toContain('书记')
  })
  it('a month does not overwrite a day of it, nor disagree with it', () => {
    const stated = { hasPartyOrg: true, partyOrgName: '中共甲支部委员会', orgMode: '联合组建' } as const
    const ledger = knownLedger({
      enterprises: [knownEnterprise({ id: 1, enterpriseName: '甲公司', ...stated, orgFoundedOn: '2019-03-15', establishedOn: '2001-05-06', partyOrgId: 3, coverageId: 4 })],
      orgs: [knownOrg({ id: 3, name: '中共甲支部委员会', mode: '联合组建', foundedOn: '2019-03-15' })],
    })
    const months = file('a', [{ enterpriseName: '甲公司', ...stated, orgFoundedOn: '2019-03-01', establishedOn: '2001-05-01' }, { enterpriseName: '乙公司', ...stated, orgFoundedOn: '2019-03-15' }])
    months.rows[0]?.months.push('orgFoundedOn', 'establishedOn')
    const known = plan([months], ledger)
    expect(known.entries.map((entry) => entry.action)).toEqual(['same', 'add'])
    expect(known.entries.flatMap(codes)).not.toContain('V-44w')
    expect(plan([months]).orgs).toMatchObject([{ foundedOn: '2019-03-15', foundedMonthOnly: false }])
  })
  it('old registration numbers and malformed codes go to their own field', () => {
    const entries = plan([file('a', [{ enterpriseName: '甲公司', creditCode: '110108001234567' }, { enterpriseName: '乙公司', creditCode: '12345' }])]).entries
    expect(entries.map((entry) => [entry.facts.creditCode, entry.facts.oldCode])).toEqual([[undefined, '110108001234567'], [undefined, '12345']])
    expect(codes(entries[1])).toContain('V-06w')
  })
})

it('says when a sheet is of a time whose figures are locked', () => {
  const ledger = knownLedger({ locked: { label: '2026年第2季度', cutOffOn: '2026-06-30' } })
  const stated = (filledOn: string | null) => plan([{ ...file('a', [{ enterpriseName: '甲公司' }]), filledOn }], ledger).fileProblems
  expect(stated('2026-06-30')).toMatchObject([{ fileId: 'a', code: 'V-41', level: 'warning', message: expect.stringContaining('已锁定的“2026年第2季度”') }])
  expect([...stated('2026-07-01'), ...stated(null)]).toEqual([])
})

describe('far more or less than the ledger has (V-43)', () => {
  const names = ['甲公司', '乙公司', '丙公司', '丁公司', '戊公司']
  const ledger = knownLedger({ enterprises: names.map((enterpriseName, i) => knownEnterprise({ id: i + 1, enterpriseName, formalMembers: 4 })) })
  const asked = (rows: Row[], percent = 20) => {
    const limits = { ...nationalLimits, jumpPercent: percent }
    const settings = { policy: 'replace' as const, rules: nationalRules, limits, wording: nationalSettings, today: '2026-06-30', progress: () => undefined }
    return planImport([file('a', rows)], ledger, settings).fileProblems.map(({ code, message }) => [code, message])
  }

  it('asks about enterprises, by the limit that is set', () => {
    const rows = names.slice(0, 3).map((enterpriseName) => ({ enterpriseName }))
    expect(asked(rows)).toEqual([['V-43', '“甲街道”本次填报 3 家，台账中在册 5 家，相差超过 20%，请问明原因']])
    expect(asked(rows, 40)).toEqual([])
  })

  it('asks about members in all where every row states them and the enterprises agree', () => {
    const rows = names.map((enterpriseName) => ({ enterpriseName, formalMembers: 3 }))
    expect(asked(rows)).toEqual([['V-43', '“甲街道”本次填报正式党员合计 15 名，台账中 20 名，相差超过 20%，请问明原因']])
    expect(asked(rows, 25)).toEqual([])
    expect(asked([...rows.slice(0, 4), { enterpriseName: '戊公司' }])).toEqual([])
  })
})
