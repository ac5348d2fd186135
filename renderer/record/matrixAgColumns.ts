import type { CellClassParams, ColDef, ICellRendererParams } from 'ag-grid-community'
import { recordSheetText as text } from '../text/recordSheet'
import { rowNumberColumn } from './agColumns'
import type { MatrixColumn, MatrixRow } from './matrix'

/** What the cells ask while they are drawn. */
export interface MatrixScene {
  /** What was typed into a cell and not saved. */
  refusedText: (id: number, column: string) => string | undefined
  inRange: (rowIndex: number, column: string) => boolean
  selectRow: (rowIndex: number) => void
}

export function matrixAgColumns<Row extends MatrixRow>(columns: readonly MatrixColumn<Row>[], scene: MatrixScene): ColDef<Row>[] {
  return [numberColumn(scene), ...columns.map((column) => agColumn(column, scene))]
}

function numberColumn<Row>({ selectRow }: MatrixScene): ColDef<Row> {
  return {
    colId: rowNumberColumn,
    headerName: text.rowNumber,
    width: 54,
    pinned: 'left',
    lockPosition: 'left',
    lockVisible: true,
    sortable: false,
    resizable: false,
    suppressMovable: true,
    cellClass: 'cell-row-number',
    valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
    cellRenderer({ value, node }: ICellRendererParams<Row>) {
      const number = document.createElement('span')
      number.textContent = String(value)
      number.addEventListener('mousedown', () => selectRow(node.rowIndex ?? 0))
      return number
    },
  }
}

function agColumn<Row extends MatrixRow>(column: MatrixColumn<Row>, scene: MatrixScene): ColDef<Row> {
  const { name, header, width, grows, pinned, hidden = false, editable, isText, marks, draw, hint } = column
  const isMark = editable && !isText
  const refusedOf = (row: Row | undefined): string | undefined => row && scene.refusedText(row.id, name)
  const spoken = (row: Row): string => (column.spoken ?? column.text)(row)
  const definition: ColDef<Row> = {
    colId: name,
    headerName: header,
    headerTooltip: header,
    minWidth: 52,
    ...(grows ? { flex: 1, minWidth: width } : { width }),
    hide: hidden,
    pinned: pinned ? 'left' : null,
    valueGetter: ({ data: row }) => (row ? (refusedOf(row) ?? spoken(row)) : ''),
    tooltipValueGetter: ({ data: row, value }) => (hint ? row && hint(row) : editable ? undefined : value),
    cellClass: isMark ? 'cell-mark' : '',
    headerClass: isMark ? 'header-mark' : '',
    cellClassRules: {
      'cell-in-range': ({ rowIndex }: CellClassParams<Row>) => scene.inRange(rowIndex, name),
      'cell-refused': ({ data: row }: CellClassParams<Row>) => refusedOf(row) !== undefined,
      'cell-locked': () => !editable,
      'cell-corrected': ({ data: row }: CellClassParams<Row>) => row !== undefined && marks?.(row) === true,
    },
  }
  if (draw) {
    definition.cellRenderer = ({ data: row }: ICellRendererParams<Row>) => (row ? (refusedOf(row) ?? draw(row)) : '')
  }
  return definition
}
