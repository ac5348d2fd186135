import type { Period } from '../../../shared/contract/period'
import { periodOf } from '../../../shared/domain/period'
import type { Answer } from '../answer'
import type { Arguments } from '../readArguments'
import { saveFile } from '../saveFile'
import type { Call } from '../typedCalls'
import type { Command } from './command'
import { findPeriod } from './findPeriod'
import { findUnit } from './findUnit'
import { tableText } from './tableText'

/** 报告期: those that are locked, one more, or two of them beside each other. */
export const period: Command = async (call, args) => {
  const [what, ...names] = args.words
  if (what === 'lock') return lock(call, args)
  return what === 'compare' ? compare(call, args, names) : list(call)
}

async function list(call: Call): Promise<Answer> {
  const periods = await call('period.list', {})
  return { value: periods, text: periods.map(line).join('\n') || '还没有锁定过报告期。', problems: false }
}

function line(one: Period): string {
  const why = one.correctedFor === null ? one.reason && `更正原因：${one.reason}` : `已更正：${one.correctedFor}`
  const edition = [`第${one.edition}版`, ...(why ? [why] : [])].join('，')
  return [one.label, one.kind, one.cutOffOn, one.lockedAt ?? '', one.lockedBy ?? '', `${one.enterprises} 家`, edition].join('\t')
}

async function lock(call: Call, { kind, cutoff, label, operator }: Arguments): Promise<Answer> {
  if (kind === undefined || cutoff === undefined) throw new Error('a period is locked with its kind and cut-off')
  const locked = await call('period.lock', { kind, cutOffOn: cutoff, label: label ?? periodOf(kind, cutoff).label, operator })
  return { value: locked, text: `已锁定 ${locked.label}(截至 ${locked.cutOffOn})，企业 ${locked.enterprises} 家。`, problems: false }
}

/** The first named is the earlier; without a second it is compared with the ledger of today. */
async function compare(call: Call, args: Arguments, [then = '', now]: readonly string[]): Promise<Answer> {
  const question = {
    table: 'comparison' as const,
    previousId: await findPeriod(call, then),
    ...(now === undefined ? {} : { periodId: await findPeriod(call, now) }),
    ...(args.unit === undefined ? {} : { unitId: await findUnit(call, args.unit) }),
  }
  const { title: _title, officeName: _officeName, groupings: _groupings, ...value } = await call('statistics.table', question)
  const isBroken = value.parts.some(({ broken }) => broken.length > 0)
  const isSaved = args.out !== undefined && !isBroken
  if (args.out !== undefined && isSaved) await saveFile(args.out, (await call('statistics.exportTable', question)).bytes)
  return { value, text: [...tableText(value), ...(isSaved ? [`已保存 ${args.out}`] : [])].join('\n'), problems: isBroken }
}
