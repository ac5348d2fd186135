import type { CellObject } from '@e965/xlsx'
import { serialDate } from './serialDate'
import type { PlainCell } from './sheet'
import { isDateOrTimeFormat } from './sheetJs'

const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

/** WPS keeps a picture inside a cell as =DISPIMG("ID_…",1); other programs show #NAME? for it. */
const pictureFormula = /^=?(?:_xlfn\.)?DISPIMG\(/i
const pictureCell: PlainCell = { error: '#图片' }

/** LibreOffice stores an error it has no Excel name for as text. */
const libreOfficeError = /^(?:Err:5\d\d|#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A))$/

/** Turns cells of one workbook into plain values. `errorsAreText`: the format has no error cells, as ODS. */
export function createCellReader(date1904: boolean, errorsAreText: boolean): (cell: CellObject) => PlainCell {
  const dateFormats = new Map<string, boolean>()

  function isDate(format: string): boolean {
    let answer = dateFormats.get(format)
    if (answer === undefined) {
      answer = isDateFormat(format)
      dateFormats.set(format, answer)
    }
    return answer
  }

  return function plainCell(cell) {
    const value = cell.v
    switch (cell.t) {
      case 's':
        if (typeof value !== 'string' || value === '') return null
        if (value.length < 300 && pictureFormula.test(value)) return pictureCell
        if (errorsAreText && value.length < 10 && libreOfficeError.test(value)) return { error: value }
        return value
      case 'n': {
        if (typeof value !== 'number' || !Number.isFinite(value)) return null
        if (typeof cell.z === 'string' && cell.z !== 'General' && isDate(cell.z)) {
          const date = serialDate(value, date1904)
          if (date !== null) return date.endsWith('-01') && isMonthFormat(cell.z) ? { date, month: true } : { date }
        }
        return value
      }
      case 'b':
        return value === true
      case 'e':
        if (cell.f !== undefined && pictureFormula.test(cell.f)) return pictureCell
        return { error: typeof value === 'number' ? (errorTexts[value] ?? '#ERROR!') : '#ERROR!' }
      default:
        return null
    }
  }
}

/** A format that shows year and month and no day: Excel gives it to whoever types 2019年3月 or 2019-3. */
function isMonthFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /y/i.test(bare) && /m/i.test(bare) && !/[dhs]/i.test(bare)
}

/** A format that shows a day, month or year. Times alone are numbers: 08:30 is no date. */
export function isDateFormat(format: string): boolean {
  if (!isDateOrTimeFormat(format)) return false
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yde]/i.test(bare) || !/[hs]/i.test(bare)
}
