import type { LogFilter } from '../../../../shared/contract/log'
import { auditRepository } from '../../db/repositories/auditRepository'
import { editRepository, type LogLine } from '../../db/repositories/editRepository'
import type { EntityManager } from '../../db/gate'
import type { CellSpec } from '../../excel/workbookSpec'
import { writeWorkbook } from '../../excel/writeWorkbook'
import { listWorkbook } from '../../forms/listWorkbook'
import { bodyLooks } from '../../forms/looks'
import { logEntries } from '../logEntries'
import type { ServiceContext } from '../serviceContext'

/** Lines written at most: a workbook of more cannot be read by anybody. */
const mostLines = 50_000

/** Changes of one line at most; what is left is counted. */
const mostEntries = 200

const headers = ['时间', '经办人', '动作', '操作', '记录', '项目', '原来', '改为']

/** The log as a list, the latest first: one row a changed field, and the seal of its last entry in the title. */
export async function logWorkbook(context: ServiceContext, filter: LogFilter): Promise<{ bytes: Uint8Array; rows: number }> {
  const settings = await context.settings()
  const { rows, head } = await context.gate.read(async (manager) => {
    const page = await editRepository.page(manager, { ...filter, offset: 0, limit: mostLines })
    const cells: CellSpec[][] = []
    for (const edit of page.rows) cells.push(...(await rowsOf(manager, edit)))
    return { rows: cells, head: await auditRepository.head(manager) }
  })
  const title = head === null ? '操作日志' : `操作日志(末条 ${head.id}，校验码 ${head.hash.slice(0, 16)})`
  return { bytes: await writeWorkbook(listWorkbook({ title, headers, rows })), rows: rows.length }

  async function rowsOf(manager: EntityManager, edit: LogLine): Promise<CellSpec[][]> {
    const { rows: entries, left } = await logEntries(manager, edit.id, settings, mostEntries)
    const lead = [localTime(edit.at), edit.operator, edit.action, edit.label]
    const changes = entries.flatMap(({ label, changes: fields }) =>
      fields.length === 0 ? [[label, '', '', '']] : fields.map((field) => [label, field.label, field.before, field.after]),
    )
    const all = left === 0 ? changes : [...changes, [`还有 ${left} 条记录`, '', '', '']]
    return (all.length === 0 ? [['', '', '', '']] : all).map((cells) => [...lead, ...cells].map((value) => ({ value, look: bodyLooks.text })))
  }
}

/** An instant as the clock of the office shows it: 2026-06-30 16:00:00, UTC+8. */
function localTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
