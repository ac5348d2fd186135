import { periodName } from '../../../shared/domain/period'
import { Refused, type Call } from '../typedCalls'

/** The id of a locked period by its label, an earlier edition by its full name: 2026年第2季度(第1版). Refuses with `not-found`. */
export async function findPeriod(call: Call, label: string): Promise<number> {
  const locked = (await call('period.list', {})).filter(({ lockedAt }) => lockedAt !== null)
  const period = locked.find((one) => periodName(one) === label) ?? locked.find((one) => one.label === label && one.correctedFor === null)
  if (!period) throw new Refused({ code: 'not-found', details: { reason: 'no-such-period', name: label } })
  return period.id
}
