import type { ImportField, ImportFields } from './importField'
import type { PlanEntry, Report } from './planEntry'

/** V-03: the same enterprise twice in the files; an equal row counts once, another one is shown and left out. */
export function isRepeated(entry: PlanEntry, seen: Map<string, PlanEntry>, report: Report): boolean {
  const keys = [`name:${entry.nameKey}`]
  if (entry.facts.creditCode) keys.push(`code:${entry.facts.creditCode}`)
  if (entry.known) keys.push(`id:${entry.known.id}`)
  const first = keys.map((key) => seen.get(key)).find((candidate) => candidate !== undefined)
  if (!first) {
    for (const key of keys) seen.set(key, entry)
    return false
  }
  const place = first.file === entry.file ? `“${first.row.sheet}”第 ${first.row.row} 行` : `文件“${first.file.name}”第 ${first.row.row} 行`
  if (first.unit?.id === entry.unit?.id && sameFacts(first.facts, entry.facts)) {
    report('V-03', 'notice', 'enterpriseName', `与${place}完全相同，按一条计`)
  } else if (first.unit?.id !== entry.unit?.id) {
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
