import type { Merge } from '../excel/sheet'
import type { CellSpec, RowSpec } from '../excel/workbookSpec'
import { bodySize, headerLook, lineLooks, noteLook, titleLook } from './looks'
import { rowHeight } from './rowHeight'

/** The frame every form and table shares: title, line of three, header, and what stands below the table. */

export interface FrameColumn {
  /** Columns side by side with the same group share a merged header; '' is a header over both rows. */
  group: string
  header: string
  /** In characters. */
  width: number
}

export interface FrameText {
  title: string
  left: string
  centre: string
  right: string
}

export interface FrameHead {
  rows: RowSpec[]
  merges: Merge[]
}

/**
 * Rows 1 to 3 or 4: title merged over all columns, three texts, one or two header rows. `thirds` are the first columns
 * (from 0) of the centre and the right text.
 */
export function frameHead(
  columns: readonly FrameColumn[],
  text: FrameText,
  thirds: readonly [centre: number, right: number] = thirdsOf(columns),
  headerRows: 1 | 2 = 2,
): FrameHead {
  const last = columns.length - 1
  const [centre, right] = thirds
  const line: (CellSpec | null)[] = columns.map(() => null)
  line[0] = { value: text.left, look: lineLooks.left }
  line[centre] = { value: text.centre, look: lineLooks.center }
  line[right] = { value: text.right, look: lineLooks.right }
  return {
    rows: [
      { height: 32, cells: [{ value: text.title, look: titleLook }] },
      { height: Math.max(20, rowHeight([{ text: text.left, width: widthOf(columns.slice(0, centre)) }], bodySize, 6)), cells: line },
      ...(headerRows === 2 ? twoHeaderRows(columns) : [oneHeaderRow(columns)]),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: last },
      { top: 1, left: 0, bottom: 1, right: centre - 1 },
      { top: 1, left: centre, bottom: 1, right: right - 1 },
      { top: 1, left: right, bottom: 1, right: last },
      ...(headerRows === 2 ? headerMerges(columns) : []),
    ],
  }
}

/** The centre text stands below the title; what is left of it is for the name of who fills the form in. */
function thirdsOf(columns: readonly FrameColumn[]): [centre: number, right: number] {
  const whole = widthOf(columns)
  const firstBeyond = (share: number): number => {
    let passed = 0
    return columns.findIndex(({ width }) => {
      const isBeyond = passed >= whole * share
      passed += width
      return isBeyond
    })
  }
  return [firstBeyond(0.36), firstBeyond(0.62)]
}

function widthOf(columns: readonly FrameColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}

function oneHeaderRow(columns: readonly FrameColumn[]): RowSpec {
  return { height: headerHeight(columns), cells: columns.map(({ header }) => ({ value: header, look: headerLook })) }
}

function twoHeaderRows(columns: readonly FrameColumn[]): RowSpec[] {
  return [
    {
      height: 20,
      cells: columns.map(({ group, header }) => ({ value: group === '' ? header : group, look: headerLook })),
    },
    {
      height: headerHeight(columns),
      cells: columns.map(({ group, header }) => ({ value: group === '' ? null : header, look: headerLook })),
    },
  ]
}

function headerHeight(columns: readonly FrameColumn[]): number {
  return rowHeight(columns.map(({ header, width }) => ({ text: header, width })), bodySize, 8)
}

/** Row 3 groups side by side, rows 3–4 for columns without a group. */
function headerMerges(columns: readonly FrameColumn[]): Merge[] {
  const merges: Merge[] = []
  for (let left = 0; left < columns.length; ) {
    const group = columns[left]?.group ?? ''
    let right = left
    if (group !== '') while (columns[right + 1]?.group === group) right += 1
    if (group === '') merges.push({ top: 2, left, bottom: 3, right: left })
    else if (right > left) merges.push({ top: 2, left, bottom: 2, right })
    left = right + 1
  }
  return merges
}

/** One line of text over the columns up to `right`, tall enough to show it whole. */
export function noteRow(text: string, row: number, columns: readonly FrameColumn[]): { row: RowSpec; merge: Merge } {
  return {
    row: { height: rowHeight([{ text, width: widthOf(columns) }], bodySize, 6), cells: [{ value: text, look: noteLook }] },
    merge: { top: row, left: 0, bottom: row, right: columns.length - 1 },
  }
}

/** 填表人:          审核人: … with room to write. */
export function signatureText(labels: readonly string[]): string {
  return labels.map((label) => `${label}:`).join(' '.repeat(10))
}
