import type { FileReading } from '../../../shared/contract/fileReading'
import { readInputFile } from '../readInputFile'
import { saveFile } from '../saveFile'
import { Refused, type Call } from '../typedCalls'
import type { Command } from './command'

/** 退回工作簿: reads a file, holds it against the ledger, and writes what was found into a copy of it. */
export const returnWorkbook: Command = async (call, args) => {
  const file = await readInputFile(args.from, args.words[0] ?? '')
  const password = args.password === undefined ? {} : { password: args.password }
  const reading = await call('import.read', { ...file, ...password })
  if (reading.failure) throw new Refused(reading.failure)
  const plan = await call('import.plan', {
    fileIds: [reading.fileId], policy: args.policy, units: args.unit === undefined ? {} : { [reading.fileId]: args.unit },
  })
  const { errors, warnings, notices } = plan.totals
  const sent = await sentBack(call, { planId: plan.planId, operator: args.operator }, { fileId: reading.fileId, bytes: file.bytes, ...password })
  const value = { file: null, errors, warnings, notices, kept: null }
  if (!sent) return { value, text: '没有发现问题，没有要退回的内容。', problems: false }
  const out = withExtension(args.out ?? '', sent.fileName)
  await saveFile(out, sent.bytes)
  const kept = sent.files[0]?.kept === true
  const told = `已保存 ${out}：错误 ${errors} 处，提醒 ${warnings} 处，提示 ${notices} 处。`
  const notes = [kept ? [] : ['这种格式不能写回，已另存为只有表内容的 .xlsx。'], args.password === undefined ? [] : ['退回的工作簿没有设打开密码。']].flat()
  return { value: { ...value, file: out, kept }, text: [told, ...notes].join('\n'), problems: errors + warnings > 0 }
}

/** Null where nothing was found. */
async function sentBack(call: Call, plan: { planId: string; operator: string }, file: { fileId: FileReading['fileId']; bytes: Uint8Array; password?: string }) {
  try {
    return await call('import.return', { ...plan, files: [file] })
  } catch (error) {
    if (error instanceof Refused && error.failure.details['reason'] === 'nothing-to-return') return null
    throw error
  }
}

/** Excel does not open a workbook with macros that is called .xlsx. */
function withExtension(out: string, fileName: string): string {
  return fileName.endsWith('.xlsm') ? out.replace(/\.xlsx$/i, '.xlsm') : out
}
