import { join } from 'node:path'
import type { ReportCheck } from '../../../shared/contract/report'
import { ensureFolder } from '../../office/ensureFolder'
import { withoutPdfSentence } from '../../../shared/text/withoutPdfSentence'
import { saveFile } from '../saveFile'
import { Refused } from '../typedCalls'
import type { Command } from './command'
import { findPeriod } from './findPeriod'
import { findUnit } from './findUnit'

/** The set of reports of a period, in a folder of its own below --out; what does not add up is a problem, and no file. */
export const report: Command = async (call, args) => {
  const question = {
    asOf: args.cutoff,
    ...(args.period !== undefined ? { periodId: await findPeriod(call, args.period) } : {}),
    ...(args.unit !== undefined ? { unitId: await findUnit(call, args.unit) } : {}),
  }
  const check = await call('report.check', question)
  const lines = checkLines(check)
  if (check.broken.length + check.openBridge.length > 0) {
    return { value: { check, files: [] }, text: [...lines, '有数字对不上，没有生成文件。'].join('\n'), problems: true }
  }
  const { folder, files, withoutPdf } = await call('report.make', { ...question, as: 'files', operator: args.operator })
  const target = join(args.out ?? '', folder)
  makeFolder(target)
  for (const { fileName, bytes } of files) await saveFile(join(target, fileName), bytes)
  return {
    value: { check, folder: target, files: files.map(({ fileName }) => fileName), withoutPdf },
    text: [...lines, `已写入 ${target}（${files.length} 个文件）`, withoutPdfSentence(withoutPdf) ?? []].flat().join('\n'),
    problems: false,
  }
}

function checkLines({ period, cutOff, broken, openBridge, previous, levels, jumps, unreported, due }: ReportCheck): string[] {
  return [
    `${period} 核对(截止 ${cutOff})`,
    broken.length === 0 ? '勾稽关系：对得上' : `勾稽关系：${broken.length} 处对不上`,
    ...broken.map(({ table, sentence }) => `  ${table} ${sentence}`),
    previous === null ? '与上期衔接：没有上期' : openBridge.length === 0 ? `与上期衔接：对得上(${previous})` : `与上期衔接：${openBridge.length} 处对不上`,
    ...openBridge.map((sentence) => `  S12 ${sentence}`),
    `数据核查：错误 ${levels.error} 条，提醒 ${levels.warning} 条，提示 ${levels.notice} 条；较上期异常 ${jumps} 条`,
    unreported.length === 0 ? `报送情况：${due} 个单位都已报送` : `报送情况：${due} 个单位中 ${unreported.length} 个没有报送(${unreported.join('、')})`,
  ]
}

function makeFolder(path: string): void {
  try {
    ensureFolder(path)
  } catch {
    throw new Refused({ code: 'read-only', details: { path, reason: 'output' } })
  }
}
