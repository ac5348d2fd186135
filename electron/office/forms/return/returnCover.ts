import type { Problem, ProblemLevel } from '../../../../shared/contract/problem'
import { problemLevels } from '../../../../shared/domain/problemLevel'
import type { NoteCover } from '../../excel/annotate/workbookNotes'
import type { CellLook, RowSpec } from '../../excel/workbookSpec'
import { bodyLooks, bodySize, headerLook, noteLook, titleLook } from '../looks'
import { rowHeight } from '../rowHeight'
import { coverName, coverTitle, ledgerLevelNotes, levelFills, levelNotes, levelWords } from './returnWords'

export type CheckedThing = 'file' | 'ledger'

export interface CoverInput {
  /** As it was read; of what the ledger has, the unit it goes back to. */
  fileName: string
  of: CheckedThing
  /** Who sends it back; blank where the office has no name yet. */
  officeName: string
  /** YYYY-MM-DD */
  today: string
  /** How many findings of each level the workbook shows. */
  counts: Readonly<Record<ProblemLevel, number>>
  /** Findings that belong to no row. */
  problems: readonly Problem[]
}

const widths = [16, 14, 10, 84]
const headers = ['工作表', '位置', '级别', '问题']

const levelLooks: Readonly<Record<ProblemLevel, CellLook>> = {
  error: { ...bodyLooks.word, fill: levelFills.error },
  warning: { ...bodyLooks.word, fill: levelFills.warning },
  notice: { ...bodyLooks.word, fill: levelFills.notice },
}

/** The sheet that says who sends the workbook back and how it is corrected, with what was found beside its rows. */
export function returnCover({ fileName, officeName, today, counts, problems, of }: CoverInput): NoteCover {
  const [year, month, day] = today.split('-').map(Number)
  const from = officeName === '' ? '' : `${officeName}于 `
  const on = `${year} 年 ${month} 月 ${day} 日`
  const notes =
    of === 'file'
      ? [
          `${from}${on}校验并退回“${fileName}”。请对照各行末尾的“校验结果”、标色的格和格上的批注核对。`,
          '直接在本文件中改正，保存后按原来的渠道重新报送。“校验结果”一列、批注、标色和本页都不用删，再次导入时不会当作数据。',
        ]
      : [
          `${from}${on}核查台账，请“${fileName}”核实下列问题。表中是台账现有的内容；请对照各行末尾的“校验结果”、标色的格和格上的批注核对。`,
          '有误的直接在表中改正，缺的补上，属实的不改；保存后报送。“校验结果”一列、批注、标色和本页都不用删，导入时不会当作数据。',
        ]
  const lines: RowSpec[] = [
    { height: 30, cells: [{ value: coverTitle, look: titleLook }] },
    ...notes.map((text) => ({ height: rowHeight([{ text, width: total(widths) }], bodySize, 6), cells: [{ value: text, look: noteLook }] })),
  ]
  const merges = lines.map((_, row) => ({ top: row, left: 0, bottom: row, right: widths.length - 1 }))
  const summary = problemLevels.map((level): RowSpec => ({
    height: 20,
    cells: [
      { value: levelWords[level], look: levelLooks[level] },
      { value: `${counts[level]} 处`, look: bodyLooks.word },
      { value: (of === 'file' ? levelNotes : ledgerLevelNotes)[level], look: bodyLooks.text },
      { value: null, look: bodyLooks.text },
    ],
  }))
  const summaryMerges = summary.map((_, i) => ({ top: lines.length + i, left: 2, bottom: lines.length + i, right: 3 }))
  const list = problems.length === 0 ? [] : [{ cells: [] }, headerRow(), ...problems.map(problemRow)]
  return { name: coverName, columnWidths: widths, rows: [...lines, ...summary, ...list], merges: [...merges, ...summaryMerges] }
}

function headerRow(): RowSpec {
  return { height: 22, cells: headers.map((value) => ({ value, look: headerLook })) }
}

function problemRow({ sheet, row, column, level, message }: Problem): RowSpec {
  const place = row === null ? '整表' : `第 ${row} 行${column === null ? '' : ` ${column} 列`}`
  const texts = [sheet ?? '整个文件', place, levelWords[level], message]
  const height = rowHeight(texts.map((text, i) => ({ text, width: widths[i] ?? 8 })), bodySize, 6)
  const looks = [bodyLooks.text, bodyLooks.word, levelLooks[level], bodyLooks.text]
  return { height, cells: texts.map((value, i) => ({ value, look: looks[i] ?? bodyLooks.text })) }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
