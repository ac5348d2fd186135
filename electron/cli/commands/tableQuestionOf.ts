import type { Input } from '../../../shared/contract/index'
import { tableIds } from '../../../shared/domain/statistics/statTable'
import type { Arguments } from '../readArguments'
import type { Call } from '../typedCalls'
import { findPeriod } from './findPeriod'
import { findUnit } from './findUnit'

/** The table the command line names, of which period or day, unit and rows. */
export async function tableQuestionOf(call: Call, args: Arguments): Promise<Input<'statistics.table'>> {
  return {
    table: tableIds.find((id) => id === args.words[0]) ?? 'S1',
    asOf: args.cutoff,
    ...(args.by !== undefined ? { grouping: args.by } : {}),
    ...(args.period !== undefined ? { periodId: await findPeriod(call, args.period) } : {}),
    ...(args.unit !== undefined ? { unitId: await findUnit(call, args.unit) } : {}),
  }
}
