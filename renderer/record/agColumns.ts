import type { CellClassParams, ColDef, ColGroupDef, ICellRendererParams } from 'ag-grid-community'
import type { RecordRow } from '../../shared/contract/record'
import { recordSheetText as text } from '../text/recordSheet'
import type { SheetColumn } from './gridColumns'
import { isNewLine } from './newLine'

/** What the cells ask while they are drawn. */
export interface CellScene {
  openRecord: (id: number) => void
  toggleMark: (row: RecordRow, rowIndex: number, extend: boolean) => void
  isMarked: (id: number) => boolean
  /** What was typed into a cell and not saved. */
  refusedText: (id: number, field: string) => string | undefined
  inRange: (rowIndex: number, name: string) => boolean
  sortable: (name: string) => boolean
  addRecord: () => void
}

export const rowNumberColumn = 'rowNumber'
export const markColumn = 'mark'

/** Columns of the frame, which nobody moves or hides. */
export function frameColumns(selectable: boolean): string[] {
  return selectable ? [rowNumberColumn, markColumn] : [rowNumberColumn]
}

export function agColumns(
  columns: readonly SheetColumn[],
  selectable: boolean,
  scene: CellScene,
): (ColDef<RecordRow> | ColGroupDef<RecordRow>)[] {
  return [numberColumn(scene), ...(selectable ? [markingColumn(scene)] : []), ...grouped(columns, scene)]
}

function grouped(columns: readonly SheetColumn[], scene: CellScene): (ColDef<RecordRow> | ColGroupDef<RecordRow>)[] {
  const definitions: (ColDef<RecordRow> | ColGroupDef<RecordRow>)[] = []
  let head: ColGroupDef<RecordRow> | undefined
  for (const column of columns) {
    if (column.group === '') head = undefined
    else if (head?.headerName !== column.group) {
      head = { headerName: column.group, children: [] }
      definitions.push(head)
    }
    const into = head?.children ?? definitions
    into.push(agColumn(column, scene))
  }
  return definitions
}

const frameColumn: ColDef<RecordRow> = {
  pinned: 'left',
  lockPosition: 'left',
  lockVisible: true,
  sortable: false,
  resizable: false,
  suppressMovable: true,
}

function numberColumn({ openRecord, addRecord }: CellScene): ColDef<RecordRow> {
  return {
    ...frameColumn,
    colId: rowNumberColumn,
    headerName: text.rowNumber,
    width: 54,
    cellClass: 'cell-row-number',
    valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
    cellRenderer({ data: row, value }: ICellRendererParams<RecordRow>) {
      if (!row) return ''
      const isNew = isNewLine(row)
      const link = document.createElement('span')
      link.className = isNew ? 'new-line' : 'name-link'
      link.textContent = isNew ? text.newLine : String(value)
      link.title = isNew ? text.newLineHint : text.openRow
      link.addEventListener('click', () => (isNew ? addRecord() : openRecord(row.id)))
      return link
    },
  }
}

function markingColumn({ isMarked, toggleMark }: CellScene): ColDef<RecordRow> {
  return {
    ...frameColumn,
    colId: markColumn,
    headerName: text.mark,
    width: 48,
    cellClass: 'cell-mark',
    cellRenderer({ data: row, node }: ICellRendererParams<RecordRow>) {
      if (!row || isNewLine(row)) return ''
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.tabIndex = -1
      box.checked = isMarked(row.id)
      box.setAttribute('aria-label', text.markRow((node.rowIndex ?? 0) + 1))
      box.addEventListener('click', (event) => toggleMark(row, node.rowIndex ?? 0, event.shiftKey))
      return box
    },
  }
}

function agColumn(column: SheetColumn, scene: CellScene): ColDef<RecordRow> {
  const { name, header, width, pinned, hidden, isNumber, tone, draw } = column
  function textOf(row: RecordRow | undefined): string {
    if (!row || isNewLine(row)) return ''
    return scene.refusedText(row.id, name) ?? column.text(row)
  }
  const definition: ColDef<RecordRow> = {
    colId: name,
    headerName: header,
    headerTooltip: header,
    width,
    minWidth: 52,
    hide: hidden,
    pinned: pinned ? 'left' : null,
    sortable: scene.sortable(name),
    valueGetter: ({ data: row }) => textOf(row),
    tooltipValueGetter: ({ value }) => value,
    cellClass: isNumber ? 'cell-count' : '',
    cellClassRules: {
      'cell-in-range': ({ rowIndex, node }: CellClassParams<RecordRow>) => node.rowPinned == null && scene.inRange(rowIndex, name),
      'cell-refused': ({ data: row }: CellClassParams<RecordRow>) =>
        row !== undefined && scene.refusedText(row.id, name) !== undefined,
    },
  }
  if (isNumber) definition.headerClass = 'header-number'
  if (draw) {
    delete definition.tooltipValueGetter
    definition.cellRenderer = ({ data: row, value }: ICellRendererParams<RecordRow>) => (row && !isNewLine(row) ? draw(row, String(value ?? '')) : '')
  } else if (tone) {
    definition.cellRenderer = ({ data: row, value }: ICellRendererParams<RecordRow>) => {
      const colour = row && !isNewLine(row) && value !== '' ? tone(row) : null
      return colour === null || colour === undefined ? String(value ?? '') : tag(String(value), colour)
    }
  }
  return definition
}

function tag(words: string, tone: string): HTMLElement {
  const element = document.createElement('span')
  element.className = `status-tag tone-${tone}`
  element.textContent = words
  return element
}
