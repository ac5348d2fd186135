import type { SheetSpec } from './workbookSpec'

/** Characters of a line, and how many columns and lines a box takes. */
const lineLength = 22
const boxColumns = 4

/** The comments of a sheet in the order in which they are written. */
export function commentsOf({ rows }: SheetSpec): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.comment ?? []))
}

/** Boxes as large as their text: exceljs makes each two columns wide and four lines high. */
export function withCommentBoxes(drawing: Buffer, comments: readonly string[]): Buffer {
  let next = 0
  const text = drawing.toString('utf8').replace(
    /<x:Anchor>(\d+), (\d+), (\d+), (\d+), \d+, (\d+), \d+, (\d+)<\/x:Anchor>/g,
    (_whole, left: string, leftOffset: string, top: string, topOffset: string, rightOffset: string, bottomOffset: string) => {
      const lines = linesOf(comments[next] ?? '')
      next += 1
      const right = Number(left) + boxColumns
      const bottom = Number(top) + Math.max(lines, 2) + 1
      return `<x:Anchor>${[left, leftOffset, top, topOffset, right, rightOffset, bottom, bottomOffset].join(', ')}</x:Anchor>`
    },
  )
  return Buffer.from(text)
}

function linesOf(comment: string): number {
  return comment.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0)
}
