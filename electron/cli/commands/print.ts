import { formIds } from '../../../shared/domain/formId'
import type { PrintedThing } from '../../../shared/contract/print'
import { saveFile } from '../saveFile'
import type { Command } from './command'
import { formQuestionOf } from './formQuestionOf'
import { tableQuestionOf } from './tableQuestionOf'

/** A standard form or a table as a PDF. */
export const print: Command = async (call, args) => {
  const [name] = args.words
  const what: PrintedThing = formIds.some((id) => id === name)
    ? { kind: 'form', question: await formQuestionOf(call, args) }
    : { kind: 'table', question: await tableQuestionOf(call, args) }
  const { job, title, bytes, pages } = await call('print.pdf', { what })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  await call('print.done', { job, means: '存为PDF', operator: args.operator })
  return { value: { title, file: out, pages, bytes: bytes.byteLength }, text: `已保存 ${out}（${pages} 页）`, problems: false }
}
