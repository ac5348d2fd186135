import { saveFile } from '../saveFile'
import type { Command } from './command'
import { formQuestionOf } from './formQuestionOf'

/** A standard form of one unit or the whole office, as a workbook. */
export const exportForm: Command = async (call, args) => {
  const question = await formQuestionOf(call, args)
  const { bytes, rows } = await call('form.export', { ...question, operator: args.operator })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  return { value: { form: question.form, file: out, rows, bytes: bytes.byteLength }, text: `已保存 ${out}（${rows} 行）`, problems: false }
}
