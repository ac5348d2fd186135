import type { ImportPolicy } from '../../../shared/contract/import'
import type { Output } from '../../../shared/contract/index'
import { writePlainTable } from '../excel/testing/plainTable'
import type { TestOffice } from './createTestOffice'

export type SheetCell = string | number | null

/** Columns of a township's return that name every kind of record an import writes. */
export const sheetHeader = [
  '所属乡镇(街道)', '企业名称', '统一社会信用代码', '经营状态', '从业人员数', '正式党员', '是否建立党组织', '党组织名称', '组建方式', '党组织类别',
  '成立时间', '书记姓名', '书记联系电话', '指导员(联络员)姓名', '指导员(联络员)联系电话', '工会', '党旗', '有组织',
]

export const builtRow: SheetCell[] = [
  '甲街道', '甲公司', '91000000MA00000157', '正常经营', 12, 4, '是', '中共甲公司支部委员会', '单独组建', '党支部', '2020-01-01', '李四', '13800138000',
  null, null, '√', '√', '√',
]
export const unbuiltRow: SheetCell[] = [
  '甲街道', '乙公司', '91000000MA00000232', '正常经营', 5, 0, '否', null, null, null, null, null, null, '王五', '13900139000', '×', null, null,
]

/** A row with other values in some columns. */
export function rowWith(row: readonly SheetCell[], changes: Readonly<Record<string, SheetCell>>): SheetCell[] {
  return row.map((cell, i) => {
    const changed = changes[sheetHeader[i] ?? '']
    return changed === undefined ? cell : changed
  })
}

/** Reads, plans and commits one sheet. */
export async function takeSheet(
  office: TestOffice,
  rows: readonly (readonly SheetCell[])[],
  { name = '表.xlsx', policy = 'replace' }: { name?: string; policy?: ImportPolicy } = {},
): Promise<Output<'import.commit'>> {
  const { fileId } = await office.call('import.read', { name, bytes: writePlainTable(sheetHeader, rows.map((row) => [...row])) })
  const { planId } = await office.call('import.plan', { fileIds: [fileId], policy })
  return office.call('import.commit', { planId, operator: '王五' })
}
