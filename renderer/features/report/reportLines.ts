import type { RouteLocationRaw } from 'vue-router'
import type { ReportCheck } from '../../../shared/contract/report'
import { reportText } from '../../text/report'

export type LineState = keyof typeof reportText.check.states

/** One thing that is looked at before a set is made. */
export interface ReportLine {
  key: string
  label: string
  state: LineState
  text: string
  /** What is wrong, one by one. */
  details: string[]
  to: RouteLocationRaw | null
}

/** What the check of a set says, the blocking things first; only a broken figure blocks. */
export function reportLines(check: ReportCheck, periodId: number | undefined): ReportLine[] {
  const text = reportText.check
  const { broken, openBridge, previous, levels, jumps, unreported, due, isLocked } = check
  const table = (id: string): RouteLocationRaw => ({ name: 'statistics', query: { table: id, ...(periodId === undefined ? {} : { period: String(periodId) }) } })
  const line = (key: string, label: string, state: LineState, said: string, to: RouteLocationRaw | null, details: string[] = []): ReportLine => {
    return { key, label, state, text: said, details, to }
  }
  return [
    broken.length === 0
      ? line('identities', text.identities, 'good', text.sound, null)
      : line('identities', text.identities, 'bad', text.broken(broken.length), table(broken[0]?.table ?? 'S1'), broken.map((one) => `${one.table} ${one.sentence}`)),
    previous === null
      ? line('bridge', text.bridge, 'warn', text.noPrevious, null)
      : openBridge.length === 0
        ? line('bridge', text.bridge, 'good', text.closed(previous), table('S12'))
        : line('bridge', text.bridge, 'bad', text.open(openBridge.length), table('S12'), openBridge),
    line('quality', text.quality, levels.error + levels.warning > 0 ? 'warn' : 'good', text.levels(levels), { name: 'quality' }),
    line('jumps', text.jumps, jumps > 0 ? 'warn' : 'good', text.jumped(jumps), { name: 'quality', query: { jumps: '1' } }),
    line('returns', text.returns, unreported.length > 0 ? 'warn' : 'good', unreported.length > 0 ? text.unreported(unreported, due) : text.allReported(due), {
      name: 'importReturns', query: { from: check.from, to: check.cutOff },
    }),
    line('records', text.records, isLocked ? 'good' : 'warn', isLocked ? text.locked : text.unlocked, null),
  ]
}
