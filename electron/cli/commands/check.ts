import type { Command } from './command'
import { findUnit } from './findUnit'

/** Every check over the whole ledger or one unit. */
export const check: Command = async (call, args) => {
  const unitId = args.unit === undefined ? undefined : await findUnit(call, args.unit)
  const value = await call('office.check', { unitId, asOf: args.cutoff })
  const text = [
    ...value.problems.map((problem) => `${problem.code} ${problem.enterpriseName}:${problem.message}`),
    `核查企业 ${value.enterprises} 家，发现 ${value.problems.length} 条。`,
  ].join('\n')
  return { value, text, problems: value.problems.length > 0 }
}
