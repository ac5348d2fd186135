import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportPlan, ProposedOrg } from '../../../shared/contract/import'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, sheetHeader, takeSheet, type SheetCell } from '../testing/takeSheet'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

/** An enterprise of a joint organisation nobody named. */
function joint(name: string, secretary: string | null, changes: Record<string, SheetCell> = {}): SheetCell[] {
  return rowWith(builtRow, {
    企业名称: name, 统一社会信用代码: null, 党组织名称: null, 组建方式: '联合组建', 正式党员: 2, 书记姓名: secretary, 成立时间: '2021-07-01', ...changes,
  })
}

async function plan(rows: SheetCell[][]): Promise<ImportPlan> {
  const { fileId } = await office.call('import.read', { name: '表.xlsx', bytes: writePlainTable(sheetHeader, rows) })
  return office.call('import.plan', { fileIds: [fileId] })
}

const proposals = async ({ planId }: ImportPlan): Promise<ProposedOrg[]> => (await office.call('import.proposedOrgs', { planId })).orgs
const told = (orgs: readonly ProposedOrg[]) => orgs.map(({ name, confirmed, rows }) => [name, confirmed, rows.map(({ enterprise }) => enterprise)])

async function founded(): Promise<unknown[]> {
  const orgs = await office.call('partyOrg.list', {})
  return orgs.map(({ name, mode, coveredCount, unverified }) => [name, mode, coveredCount, unverified])
}

describe('organisations of rows that name none', () => {
  it('are grouped by unit, secretary and founding, and kept to be verified where nobody looks', async () => {
    const shown = await plan([
      joint('甲公司', '李四'), joint('乙公司', '李四'), joint('丙公司', '李四', { 成立时间: '2022-07-01' }),
      joint('丁公司', '李四', { '所属乡镇(街道)': '乙镇' }),
    ])
    expect(told(await proposals(shown))).toEqual([
      ['中共甲公司等企业联合支部委员会', false, ['甲公司', '乙公司']],
      ['中共丙公司等企业联合支部委员会', false, ['丙公司']],
      ['中共丁公司等企业联合支部委员会', false, ['丁公司']],
    ])
    await office.call('import.commit', { planId: shown.planId })
    expect(await founded()).toHaveLength(3)
    expect((await office.call('partyOrg.list', {})).every(({ unverified }) => unverified)).toBe(true)
  })

  it('are confirmed by their name, split, joined, and put back', async () => {
    const shown = await plan([joint('甲公司', '李四'), joint('乙公司', '李四'), joint('丙公司', '王五'), joint('戊公司', '李四')])
    const [first, second] = await proposals(shown)
    if (!first || !second) throw new Error('two groups expected')

    await office.call('import.nameOrgs', { planId: shown.planId, names: [{ name: '商贸街联合支部', rows: [...first.rows.slice(0, 2), ...second.rows] }] })
    expect(told(await proposals(shown))).toEqual([
      ['中共戊公司等企业联合支部委员会', false, ['戊公司']],
      ['商贸街联合支部', true, ['甲公司', '乙公司', '丙公司']],
    ])
    await office.call('import.nameOrgs', { planId: shown.planId, names: [{ name: null, rows: second.rows }] })
    expect(told(await proposals(shown))).toEqual([
      ['中共丙公司等企业联合支部委员会', false, ['丙公司']],
      ['中共戊公司等企业联合支部委员会', false, ['戊公司']],
      ['商贸街联合支部', true, ['甲公司', '乙公司']],
    ])
    const [third] = await proposals(shown)
    await office.call('import.nameOrgs', { planId: shown.planId, names: [{ name: third?.name ?? '', rows: third?.rows ?? [] }] })
    await office.call('import.commit', { planId: shown.planId })
    expect(await founded()).toEqual(expect.arrayContaining([
      ['商贸街联合支部', '联合组建', 2, false],
      ['中共丙公司等企业联合支部委员会', '联合组建', 1, false],
      ['中共戊公司等企业联合支部委员会', '联合组建', 1, true],
    ]))
  })

  it('may be one the ledger has', async () => {
    await takeSheet(office, [joint('甲公司', '李四', { 党组织名称: '中共商贸街联合支部委员会' })])
    const shown = await plan([joint('乙公司', '李四')])
    const [only] = await proposals(shown)
    const named = await office.call('import.nameOrgs', { planId: shown.planId, names: [{ name: '中共商贸街联合支部委员会', rows: only?.rows ?? [] }] })
    expect(await proposals(shown)).toMatchObject([{ inLedger: true, confirmed: true }])
    expect(named.newOrgs).toEqual([])
    await office.call('import.commit', { planId: shown.planId })
    expect(await founded()).toEqual([['中共商贸街联合支部委员会', '联合组建', 2, false]])
  })

  it('ask nothing where the enterprise has its organisation already, or the row says it', async () => {
    await takeSheet(office, [joint('甲公司', '李四', { 党组织名称: '中共商贸街联合支部委员会' })])
    const shown = await plan([joint('甲公司', '李四'), joint('乙公司', '王五', { 党组织名称: '中共夜市联合支部委员会' })])
    expect(await office.call('import.proposedOrgs', { planId: shown.planId })).toEqual({ total: 0, waiting: 0, orgs: [] })
  })

  it('refuses a name nobody could read, and a plan that is gone', async () => {
    const shown = await plan([joint('甲公司', '李四')])
    const rows = (await proposals(shown))[0]?.rows ?? []
    await expect(office.call('import.nameOrgs', { planId: shown.planId, names: [{ name: ' ', rows }] })).rejects.toThrow('"code":"invalid"')
    await expect(office.call('import.nameOrgs', { planId: 'gone', names: [{ name: '某支部', rows }] })).rejects.toThrow('"code":"not-found"')
  })
})
