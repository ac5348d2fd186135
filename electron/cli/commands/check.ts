import { logFaultPlace, logFaultWords } from '../../../shared/text/logFaultSentence'
import type { Command } from './command'
import { findUnit } from './findUnit'

/** Every check over the whole ledger or one unit, and whether the 操作日志 is as it was written. */
export const check: Command = async (call, args) => {
  const unitId = args.unit === undefined ? undefined : await findUnit(call, args.unit)
  const value = await call('office.check', { unitId, asOf: args.cutoff })
  const log = await call('log.check', {})
  const text = [
    ...value.problems.map((problem) => `${problem.code} ${problem.enterpriseName}:${problem.message}`),
    `核查企业 ${value.enterprises} 家，发现 ${value.problems.length} 条。`,
    ...log.faults.map((fault) => `操作日志 ${logFaultPlace(fault)}：${logFaultWords[fault.fault]}`),
    log.total === 0 ? `操作日志 ${log.entries} 条，前后相接。` : `操作日志 ${log.entries} 条，有 ${log.total} 处对不上。`,
    ...(log.head === null ? [] : [`末条 ${log.head.id}，校验码 ${log.head.hash}`]),
  ].join('\n')
  return { value: { ...value, log }, text, problems: value.problems.length > 0 || log.total > 0 }
}
