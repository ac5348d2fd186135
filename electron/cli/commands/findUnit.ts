import { Refused, type Call } from '../typedCalls'

/** The id of a unit by its name or alias; refuses with `not-found`. */
export async function findUnit(call: Call, name: string): Promise<number> {
  const unit = (await call('unit.list', {})).find((candidate) => candidate.name === name || candidate.aliases.includes(name))
  if (!unit) throw new Refused({ code: 'not-found', details: { reason: 'no-such-unit', unit: name } })
  return unit.id
}
