import { Refused, type Call } from '../typedCalls'

/** The id of a locked period by its label; refuses with `not-found`. */
export async function findPeriod(call: Call, label: string): Promise<number> {
  const period = (await call('period.list', {})).find((candidate) => candidate.label === label && candidate.lockedAt !== null)
  if (!period) throw new Refused({ code: 'not-found', details: { reason: 'no-such-period', name: label } })
  return period.id
}
