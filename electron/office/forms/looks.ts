import type { CellLook } from '../excel/workbookSpec'

/** How the cells of every form look. One object for each look, so that styles are built once. */

/** At 10 points the widths of the forms hold the words of their headers. */
export const bodySize = 10
export const smallSize = 9
export const titleSize = 18

export const titleLook: CellLook = { bold: true, fontSize: titleSize, align: 'center' }

export const lineLooks = {
  left: { fontSize: bodySize, align: 'left', wrap: true },
  center: { fontSize: bodySize, align: 'center' },
  right: { fontSize: bodySize, align: 'right' },
} as const satisfies Record<string, CellLook>

export const headerLook: CellLook = {
  bold: true,
  fontSize: bodySize,
  align: 'center',
  wrap: true,
  border: true,
  fill: 'F2F2F2',
}

const body = { fontSize: bodySize, border: true, wrap: true } as const satisfies CellLook

export const bodyLooks = {
  /** Names, addresses, remarks. */
  text: { ...body, align: 'left' },
  /** Words of a value domain, ticks, 是/否. */
  word: { ...body, align: 'center' },
  /** Words a little too long for their column. */
  smallWord: { ...body, align: 'center', fontSize: smallSize },
  /** Codes and telephone numbers, whose zeros must stay. */
  code: { ...body, align: 'center', format: '@' },
  count: { ...body, align: 'center', format: '0' },
  money: { ...body, align: 'right', format: '0.00' },
  /** Areas and points, with as many decimals as they have. */
  decimal: { ...body, align: 'center' },
  date: { ...body, align: 'center', format: 'yyyy-mm-dd' },
  rate: { ...body, align: 'center', format: '0.00%' },
  points: { ...body, align: 'center', format: '+0.00;-0.00;0.00' },
  change: { ...body, align: 'center', format: '+0;-0;0' },
} as const satisfies Record<string, CellLook>

export const totalLooks = {
  word: { ...bodyLooks.word, bold: true },
  count: { ...bodyLooks.count, bold: true },
  money: { ...bodyLooks.money, bold: true },
  decimal: { ...bodyLooks.decimal, bold: true },
  rate: { ...bodyLooks.rate, bold: true },
  points: { ...bodyLooks.points, bold: true },
  change: { ...bodyLooks.change, bold: true },
} as const satisfies Record<string, CellLook>

/** The line that heads a section of rows. */
export const sectionLook: CellLook = { ...bodyLooks.word, bold: true, fill: 'F2F2F2' }

export const noteLook: CellLook = { fontSize: bodySize, align: 'left', wrap: true }
