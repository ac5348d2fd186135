import { tableIds } from '../../../shared/domain/statistics/statTable'
import { saveFile } from '../saveFile'
import type { Command } from './command'
import { findPeriod } from './findPeriod'
import { findUnit } from './findUnit'
import { tableText } from './tableText'

/** One of the tables S1–S14 as values; with --out also as a workbook. What does not add up is a problem, and no file. */
export const stats: Command = async (call, args) => {
  const table = tableIds.find((id) => id === args.words[0]) ?? 'S1'
  const question = {
    table,
    asOf: args.cutoff,
    ...(args.by !== undefined ? { grouping: args.by } : {}),
    ...(args.period !== undefined ? { periodId: await findPeriod(call, args.period) } : {}),
    ...(args.unit !== undefined ? { unitId: await findUnit(call, args.unit) } : {}),
  }
  const { title: _title, officeName: _officeName, groupings: _groupings, ...value } = await call('statistics.table', question)
  const broken = value.parts.flatMap((part) => part.broken)
  const isSaved = args.out !== undefined && broken.length === 0
  if (args.out !== undefined && isSaved) await saveFile(args.out, (await call('statistics.exportTable', question)).bytes)
  return {
    value,
    text: [...tableText(value), ...(isSaved ? [`已保存 ${args.out}`] : [])].join('\n'),
    problems: broken.length > 0,
  }
}
