import type { EntryDraft } from './entryDraft'
import type { FormPlanEntry } from './formPlanEntry'

/** V-03: what one row says of a thing, another one says again; an equal row counts once, a different one stays out. */
export function refuseRepeated(draft: EntryDraft, column: string, what: string, first: FormPlanEntry): FormPlanEntry {
  const { row, file } = draft.entry
  const place = first.file.fileId === file.fileId ? `“${first.row.sheet}”第 ${first.row.row} 行` : `文件“${first.file.name}”第 ${first.row.row} 行`
  if (JSON.stringify(first.row.values) !== JSON.stringify(row.values)) {
    return draft.refuse(column, 'V-03', `${what}在${place}已出现且内容不同，本行未导入，请核对后保留一行`)
  }
  draft.report(column, 'V-03', 'notice', `与${place}完全相同，按一条计`)
  return draft.entry
}
