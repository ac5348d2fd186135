import type { FormQuestion } from '../../../shared/contract/form'
import { formIds } from '../../../shared/domain/formId'
import type { Arguments } from '../readArguments'
import { Refused, type Call } from '../typedCalls'
import { findUnit } from './findUnit'

/** The form the command line names, of which unit, organisation, year and day. */
export async function formQuestionOf(call: Call, args: Arguments): Promise<FormQuestion> {
  return {
    form: formIds.find((id) => id === args.words[0]) ?? 'F01',
    unitId: args.unit === undefined ? undefined : await findUnit(call, args.unit),
    partyOrgId: args.org === undefined ? undefined : await findOrg(call, args.org),
    year: args.year,
    asOf: args.cutoff,
  }
}

/** The id of an organisation by its name; refuses with `not-found`. */
async function findOrg(call: Call, name: string): Promise<number> {
  const org = (await call('partyOrg.list', {})).find((candidate) => candidate.name === name)
  if (!org) throw new Refused({ code: 'not-found', details: { reason: 'no-such-org', name } })
  return org.id
}
