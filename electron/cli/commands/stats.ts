import { saveFile } from '../saveFile'
import type { Command } from './command'
import { tableQuestionOf } from './tableQuestionOf'
import { tableText } from './tableText'

/** One of the tables S1–S14 as values; with --out also as a workbook. What does not add up is a problem, and no file. */
export const stats: Command = async (call, args) => {
  const question = await tableQuestionOf(call, args)
  const { title: _title, officeName: _officeName, groupings: _groupings, ...value } = await call('statistics.table', question)
  const broken = value.parts.flatMap((part) => part.broken)
  const isSaved = args.out !== undefined && broken.length === 0
  if (args.out !== undefined && isSaved) await saveFile(args.out, (await call('statistics.exportTable', { ...question, operator: args.operator })).bytes)
  return {
    value,
    text: [...tableText(value), ...(isSaved ? [`已保存 ${args.out}`] : [])].join('\n'),
    problems: broken.length > 0,
  }
}
