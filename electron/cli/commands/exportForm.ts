import { formIds } from '../../../shared/domain/formId'
import { saveFile } from '../saveFile'
import { Refused, type Call } from '../typedCalls'
import type { Command } from './command'
import { findUnit } from './findUnit'

/** A standard form of one unit or the whole office, as a workbook. */
export const exportForm: Command = async (call, args) => {
  const form = formIds.find((id) => id === args.words[0]) ?? 'F01'
  const unitId = args.unit === undefined ? undefined : await findUnit(call, args.unit)
  const partyOrgId = args.org === undefined ? undefined : await findOrg(call, args.org)
  const { bytes, rows } = await call('form.export', { form, unitId, partyOrgId, year: args.year, asOf: args.cutoff })
  const out = args.out ?? ''
  await saveFile(out, bytes)
  return { value: { form, file: out, rows, bytes: bytes.byteLength }, text: `已保存 ${out}（${rows} 行）`, problems: false }
}

/** The id of an organisation by its name; refuses with `not-found`. */
async function findOrg(call: Call, name: string): Promise<number> {
  const org = (await call('partyOrg.list', {})).find((candidate) => candidate.name === name)
  if (!org) throw new Refused({ code: 'not-found', details: { reason: 'no-such-org', name } })
  return org.id
}
