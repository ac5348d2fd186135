import { saveFile } from '../saveFile'
import type { Command } from './command'
import { findUnit } from './findUnit'

/** Form F01 of one unit or the whole office, as a workbook. */
export const exportForm: Command = async (call, args) => {
  const unitId = args.unit === undefined ? undefined : await findUnit(call, args.unit)
  const { bytes } = await call('form.export', { form: 'F01', unitId, asOf: args.cutoff })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  return { value: { form: 'F01', file: out, bytes: bytes.byteLength }, text: `已保存 ${out}`, problems: false }
}
