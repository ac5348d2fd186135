import type { KnownEnterprise } from './knownLedger'
import { nameKey } from '../text/nameKey'
import type { PlanEntry, Report } from './planEntry'

/** Whether a row may speak for the enterprise it was matched to; differences of code and name are reported. */
export function acceptsKnown(entry: PlanEntry, known: KnownEnterprise, by: 'id' | 'code' | 'name' | 'former', report: Report): boolean {
  if (entry.unit && known.unitId !== entry.unit.id) {
    entry.rival = known
    report('V-03', 'error', 'unitName', `台账中该企业属于“${known.unitName}”，本行未导入；确需调整隶属请在企业台账中办理`)
    return false
  }
  if (by === 'code' && entry.nameKey !== known.nameKey) {
    report('V-07', 'warning', 'enterpriseName', `信用代码与台账中的“${known.enterpriseName}”相同而名称不同，按同一企业处理，名称未改；若已更名请在企业台账中办理更名`)
  }
  if (by === 'id' && isRenamed(entry, known)) {
    report('V-07', 'warning', 'enterpriseName', `本行发放时是“${known.enterpriseName}”，现填“${entry.facts.enterpriseName ?? ''}”，按同一企业处理，名称未改；若已更名请在企业台账中办理更名`)
  }
  if (by === 'name' && entry.facts.creditCode && known.creditCode && entry.facts.creditCode !== known.creditCode) {
    report('V-07', 'warning', 'creditCode', `名称与台账相同而信用代码不同(台账 ${known.creditCode})，请核对`)
  }
  return true
}

/** The sheet has another name than it was sent out with, and the ledger does not know the enterprise by it. */
function isRenamed({ file, row, nameKey: stated }: PlanEntry, known: KnownEnterprise): boolean {
  const sent = row.issuedId === null ? undefined : file.issued?.get(row.issuedId)?.values.enterpriseName
  return ![known.enterpriseName, sent ?? '', ...known.formerNames].some((name) => nameKey(name) === stated)
}
