import type { CellLook, RowSpec, SheetSpec } from '../../excel/workbookSpec'
import { bodyLooks, bodySize, headerLook, noteLook, titleLook } from '../looks'
import { rowHeight } from '../rowHeight'

export const guideSheetName = '填表说明'

export interface GuideLine {
  /** Letters of the column. */
  col: string
  header: string
  required: 'always' | 'sometimes' | 'no'
  advice: string
  words: readonly string[] | null
}

const widths = [6, 30, 10, 46, 60]
const headers = ['列', '栏目', '必填', '怎样填', '可填的内容']
const marks: Readonly<Record<GuideLine['required'], string>> = { always: '必填', sometimes: '有条件', no: '' }
const cellLook: CellLook = { ...bodyLooks.text }
const midLook: CellLook = { ...bodyLooks.word }

/** The second sheet of a template: what belongs into each column. */
export function guideSheet(title: string, notes: readonly string[], lines: readonly GuideLine[]): SheetSpec {
  const last = headers.length - 1
  const noteWidth = widths.reduce((sum, width) => sum + width, 0)
  const head: RowSpec[] = [
    { height: 30, cells: [{ value: title, look: titleLook }] },
    ...notes.map((text) => ({ height: rowHeight([{ text, width: noteWidth }], bodySize, 6), cells: [{ value: text, look: noteLook }] })),
    { height: 22, cells: headers.map((value) => ({ value, look: headerLook })) },
  ]
  return {
    name: guideSheetName,
    columnWidths: widths,
    rows: [...head, ...lines.map(guideRow)],
    merges: head.slice(0, -1).map((_, row) => ({ top: row, left: 0, bottom: row, right: last })),
    frozen: { rows: head.length, columns: 2 },
    protection: { allows: ['formatColumns', 'formatRows'] },
    print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [head.length - 1, head.length - 1] },
  }
}

function guideRow({ col, header, required, advice, words }: GuideLine): RowSpec {
  const texts = [col, header, marks[required], advice, (words ?? []).join('；')]
  const height = rowHeight(texts.map((text, i) => ({ text, width: widths[i] ?? 8 })), bodySize, 6)
  return { height, cells: texts.map((value, i) => ({ value: value === '' ? null : value, look: i === 0 || i === 2 ? midLook : cellLook })) }
}
