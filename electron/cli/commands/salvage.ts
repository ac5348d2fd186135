import { definitionOf } from '../../../shared/record/recordKind'
import type { Command } from './command'

/** What can still be read of a damaged ledger goes into a new one. */
export const salvage: Command = async (call, args) => {
  const { tables, kept } = await call('recovery.salvage', { operator: args.operator })
  const lines = tables.map(({ kind, rows, lost }) => `  ${kind ? definitionOf(kind).label : '设置、操作日志等'}：读出 ${rows} 条${lost > 0 ? `，丢失 ${lost} 条` : ''}`)
  const text = ['已抢救到新台账：', ...lines, ...(kept ? [`损坏的文件保留为 ${kept}。`] : [])].join('\n')
  return { value: { tables, kept }, text, problems: tables.some(({ lost }) => lost > 0) }
}
