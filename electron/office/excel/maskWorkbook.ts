import { maskMobiles, maskPhone, namesPhone } from '../../../shared/domain/phoneMask'
import type { CellSpec, RowSpec, SheetSpec, WorkbookSpec } from './workbookSpec'

/**
 * The same workbook with its telephones hidden: in columns below a header that names one every number, in other cells
 * mobile numbers. An import of such a file leaves the numbers of the ledger alone (V-12).
 */
export function maskWorkbook(spec: WorkbookSpec): WorkbookSpec {
  return { ...spec, sheets: spec.sheets.map(maskSheet) }
}

function maskSheet(sheet: SheetSpec): SheetSpec {
  const phones = new Set<number>()
  return { ...sheet, rows: sheet.rows.map((row) => maskRow(row, phones)) }
}

function maskRow(row: RowSpec, phones: Set<number>): RowSpec {
  const cells = row.cells.map((cell, column): CellSpec | null => {
    if (cell === null || typeof cell.value !== 'string') return cell
    const value = phones.has(column) ? maskPhone(cell.value) : maskMobiles(cell.value)
    return value === cell.value ? cell : { ...cell, value }
  })
  row.cells.forEach((cell, column) => {
    if (typeof cell?.value === 'string' && cell.value.length <= longestHeader && namesPhone(cell.value)) phones.add(column)
  })
  return { ...row, cells }
}

/** A remark may speak of telephones too. */
const longestHeader = 40
