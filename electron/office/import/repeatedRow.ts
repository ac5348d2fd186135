import type { ImportField, ImportFields } from './importField'
import type { KnownEnterprise } from './knownLedger'
import type { PlanEntry, Report } from './planEntry'

/** The first row of each enterprise, by what it may be told by. */
export interface SeenRows {
  byName: Map<string, PlanEntry>
  byCode: Map<string, PlanEntry>
  byKnown: Map<KnownEnterprise, PlanEntry>
}

export function noRows(): SeenRows {
  return { byName: new Map(), byCode: new Map(), byKnown: new Map() }
}

/** V-03: the same enterprise twice in the files; an equal row counts once, another one is shown and left out. */
export function isRepeated(entry: PlanEntry, seen: SeenRows, report: Report): boolean {
  const { nameKey, known } = entry
  const code = entry.facts.creditCode
  const first = seen.byName.get(nameKey) ?? (code ? seen.byCode.get(code) : undefined) ?? (known ? seen.byKnown.get(known) : undefined)
  if (!first) {
    seen.byName.set(nameKey, entry)
    if (code) seen.byCode.set(code, entry)
    if (known) seen.byKnown.set(known, entry)
    return false
  }
  const place = first.file === entry.file ? `“${first.row.sheet}”第 ${first.row.row} 行` : `文件“${first.file.name}”第 ${first.row.row} 行`
  if (first.unit?.id === entry.unit?.id && sameFacts(first.facts, entry.facts)) {
    report('V-03', 'notice', 'enterpriseName', `与${place}完全相同，按一条计`)
  } else if (first.unit?.id !== entry.unit?.id) {
    entry.rival = first
    report('V-03', 'error', 'enterpriseName', `该企业已由“${first.unit?.name ?? ''}”填报(${place})，本行未导入；跨单位的企业请先确定由谁填报`)
  } else {
    report('V-03', 'error', 'enterpriseName', `该企业在${place}已出现且内容不同，本行未导入，请核对后保留一行`)
  }
  return true
}

function sameFacts(a: Partial<ImportFields>, b: Partial<ImportFields>): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<ImportField>
  return [...fields].every((field) => a[field] === b[field])
}
