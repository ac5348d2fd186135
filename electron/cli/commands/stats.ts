import { percent } from '../../../shared/domain/percentage'
import { saveFile } from '../saveFile'
import type { Command } from './command'

/** Table S1 as values; with --out also as a workbook. */
export const stats: Command = async (call, args) => {
  const table = await call('statistics.s1', { asOf: args.cutoff })
  if (args.out !== undefined) await saveFile(args.out, (await call('statistics.exportS1', { asOf: args.cutoff })).bytes)
  const { title: _title, officeName: _officeName, note, rows, total } = table
  const text = [...rows, { unit: '合计', ...total }].map(
    (row) => `${row.unit}\t在册 ${row.C}\t实体运营 ${row.D}\t已建 ${row.G}\t组织覆盖率 ${percent(row.J)}\t两个覆盖率 ${percent(row.W)}`,
  )
  return {
    value: { table: table.table, cutOff: table.cutOff, note, rows, total },
    text: [...text, note, ...(args.out ? [`已保存 ${args.out}`] : [])].join('\n'),
    problems: false,
  }
}
