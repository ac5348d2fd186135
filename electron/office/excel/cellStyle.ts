import type { Border, Style } from 'exceljs'
import type { CellLook } from './workbookSpec'

/** The typeface every Chinese office machine has. */
export const typeface = '宋体'
const thin: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } }

/** The exceljs style of a look; equal looks should be the same object so that exceljs finds it in its cache. */
export function cellStyle(look: CellLook): Partial<Style> {
  return {
    font: {
      name: typeface,
      size: look.fontSize ?? 11,
      bold: look.bold === true,
      ...(look.color === undefined ? {} : { color: { argb: `FF${look.color}` } }),
    },
    alignment: { horizontal: look.align ?? 'left', vertical: look.top === true ? 'top' : 'middle', wrapText: look.wrap === true },
    ...(look.format === undefined ? {} : { numFmt: look.format }),
    ...(look.border === true ? { border: { top: thin, left: thin, bottom: thin, right: thin } } : {}),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${look.fill}` } } }),
    ...(look.unlocked === true ? { protection: { locked: false } } : {}),
  }
}
