import type { ProblemLevel } from '../../../../shared/contract/problem'

/** Words of a workbook that is sent back: by the first three the import knows what in it is ours. */
export const resultHeader = '校验结果'
export const coverTitle = '校验说明（请按此修改后重新报送）'
export const commentMark = '【校验】'

export const coverName = '校验说明'

export const levelWords: Readonly<Record<ProblemLevel, string>> = { error: '错误', warning: '提醒', notice: '提示' }
/** Light, so that print and copies stay readable. */
export const levelFills: Readonly<Record<ProblemLevel, string>> = { error: 'F8CBC6', warning: 'FFE9B8', notice: 'DCEBFA' }
export const levelNotes: Readonly<Record<ProblemLevel, string>> = {
  error: '必须改正，否则这一行或这一格不会导入',
  warning: '会导入，请核对是否属实，有误的改正',
  notice: '仅供参考，可以不改',
}

/** Of what stands in the ledger already. */
export const ledgerLevelNotes: Readonly<Record<ProblemLevel, string>> = {
  error: '互相矛盾，必须改正',
  warning: '请核对是否属实，有误的改正',
  notice: '仅供参考，可以不改',
}

export const outcomeWords = {
  skipped: '→ 本行不导入，请改正后重报',
  partly: '→ 本行照常导入，标为错误的格不采用',
} as const
