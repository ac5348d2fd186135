import { Refused } from '../typedCalls'
import type { Command } from './command'

/** The sample district in an empty data folder. */
export const demo: Command = async (call, _args, host) => {
  const before = await call('office.status', {})
  if (before.units > 0 || before.enterprises > 0) throw new Refused({ code: 'conflict', details: { reason: 'not-empty' } })
  const failure = await host.fillSample()
  if (failure) throw new Refused(failure)
  const { units, enterprises } = await call('office.status', {})
  return { value: { units, enterprises }, text: `示例区县已建立：单位 ${units} 个，企业 ${enterprises} 家。`, problems: false }
}
