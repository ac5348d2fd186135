import { templateFormIds, type TemplateFormId } from '../../../shared/domain/formId'
import type { Answer } from '../answer'
import type { Arguments } from '../readArguments'
import { saveFile } from '../saveFile'
import type { Call } from '../typedCalls'
import type { Command } from './command'
import { findUnit } from './findUnit'

/** A form to be filled in: empty, for one unit, or for every unit as a zip. */
export const writeTemplate: Command = async (call, args) => {
  const forms = args.words.flatMap((word) => templateFormIds.find((id) => id === word) ?? [])
  const [form] = forms
  if (args.unit !== undefined || args.allUnits) return perUnit(call, args, forms)
  if (!form) throw new RangeError('readArguments asks for a form')
  const { bytes } = await call('template.blank', { form, operator: args.operator })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  return { value: { form, file: out, bytes: bytes.byteLength }, text: `已保存空白模板 ${out}`, problems: false }
}

async function perUnit(call: Call, args: Arguments, forms: TemplateFormId[]): Promise<Answer> {
  const unitIds = args.unit === undefined ? [] : [await findUnit(call, args.unit)]
  const { bytes, files } = await call('template.perUnit', { forms, unitIds, operator: args.operator })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  const lines = files.map(({ fileName, unit, form, rows }) =>
    fileName === null ? `  ${unit} ${form}：没有要填的内容，未生成` : `  ${fileName}：${rows} 行`,
  )
  const left = files.filter(({ fileName }) => fileName === null).length
  const text = [...lines, `已保存 ${out}，共 ${files.length - left} 份。`].join('\n')
  return { value: { forms, file: out, bytes: bytes.byteLength, files }, text, problems: left > 0 }
}
