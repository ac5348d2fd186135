import type { GoneRecord, UndoPreview } from '../../../shared/contract/edit'
import { Refused, type Call } from '../typedCalls'
import type { Command } from './command'

/** Records told of by name; the others are counted. */
const told = 20

/**
 * Takes an import back by the number of its run. Where records went on since, nothing is done until `--later` says what
 * becomes of them.
 */
export const undoImport: Command = async (call, args) => {
  const runId = Number(args.words[0])
  const { run } = await call('run.get', { runId })
  const name = `导入批次 ${runId}`
  if (run.undoneAt !== null) throw new Refused({ code: 'conflict', details: { reason: 'undone', name } })
  if (run.editId === null) throw new Refused({ code: 'conflict', details: { reason: 'before-edits', name } })
  const preview = await call('edit.undoPreview', { editId: run.editId, limit: told })
  const { gone } = preview
  if (gone.total > 0 && args.later === undefined) {
    return {
      value: { runId, undone: false, gone: await allGone(call, run.editId, gone) },
      text: [`${name} 还没有撤销：有 ${gone.total} 条记录在那之后又有改动，或有别的记录用到。`, ...gone.rows.map(goneLine), ...rest(gone.total), ask].join('\n'),
      problems: true,
    }
  }
  const { editId, unfit } = await call('edit.undo', { editId: run.editId, operator: args.operator, since: args.later ?? 'refuse' })
  const kept = args.later === 'keep' ? gone.total : 0
  return {
    value: { runId, undone: true, editId, leave: preview.leave, come: preview.come, change: preview.change, kept, unfit },
    text: [`已撤销${name}：${preview.label}`, ...didLines(preview, kept), ...unfit.map((record) => `  保持现状 ${record.name}：${record.message}`)].join('\n'),
    problems: unfit.length > 0,
  }
}

const ask = '加 --later keep 保留后来的改动，其余的照常撤销；加 --later back 连同后来的改动一并撤回。'

function rest(total: number): string[] {
  return total > told ? [`  ……共 ${total} 条`] : []
}

function goneLine({ kindLabel, name, brought, changes, neededCount, at, operator }: GoneRecord): string {
  const values = changes.map(({ label, before, left, now }) => {
    return `${label} ${brought ? '' : `导入前 ${before || blank}，`}导入时 ${left || blank}，现在 ${now || blank}`
  })
  const needed = neededCount > 0 ? [`${neededCount} 条记录用到它`] : []
  const by = at === null ? '' : `(${at.slice(0, 10)} ${operator || '未署名'})`
  return `  ${kindLabel} ${name}${by}：${[...values, ...needed].join('；')}`
}

const blank = '(空)'

/** What would be done if everything went back; records that are kept are less than that. */
function didLines({ leave, come, change }: UndoPreview, kept: number): string[] {
  const counts = (label: string, of: UndoPreview['leave']): string[] =>
    of.length > 0 ? [`  ${label}：${of.map(({ kindLabel, count }) => `${kindLabel} ${count}`).join('、')}`] : []
  return [
    ...counts('移入回收站', leave),
    ...counts('从回收站取回', come),
    ...counts('恢复原来的内容', change),
    ...(kept > 0 ? [`  其中 ${kept} 条后来又有改动或被用到，保留了后来的内容`] : []),
  ]
}

async function allGone(call: Call, editId: number, first: UndoPreview['gone']): Promise<GoneRecord[]> {
  const rows = [...first.rows]
  while (rows.length < first.total) {
    const { gone } = await call('edit.undoPreview', { editId, offset: rows.length, limit: 500 })
    if (gone.rows.length === 0) break
    rows.push(...gone.rows)
  }
  return rows
}
