import type { Input } from '../../shared/contract/index'
import { call } from '../api/call'
import { saveFile } from '../composables/saveFile'
import type { FigureCell, FigureColumn, FigureRow, LeadColumn } from './figureSheet'

/** A sheet of figures as it stands on the screen. */
export interface FigureTable {
  title: string
  leads: readonly LeadColumn[]
  columns: readonly FigureColumn[]
  rows: readonly FigureRow[]
  foot?: readonly FigureRow[]
}

/** Saves the sheet as a workbook; answers with the name of the file. */
export async function exportFigures(table: FigureTable): Promise<string> {
  const workbook = await call('figure.export', figureQuestion(table))
  saveFile(workbook)
  return workbook.fileName
}

/** What stands on the sheet, for a workbook or for paper. */
export function figureQuestion({ title, leads, columns, rows, foot = [] }: FigureTable): Input<'figure.export'> {
  return {
    title,
    headers: [...leads.map(({ header }) => header), ...columns.map(headerOf)],
    rows: [...rows, ...foot].map((row) => [
      ...row.leads.map((lead, index) => (leads[index]?.isNumber ? numberOf(lead) : lead)),
      ...row.cells.map((cell, index) => valueOf(cell, columns[index])),
    ]),
  }
}

function headerOf({ group, header, note }: FigureColumn): string {
  const name = group === undefined || header.startsWith(group) ? header : `${group} ${header}`
  return note === undefined ? name : `${name}(${note})`
}

function valueOf({ text }: FigureCell, column: FigureColumn | undefined): string | number | null {
  return column?.isText ? text : numberOf(text)
}

/** A figure as a number, so that it can be reckoned with; what is none stays words. */
function numberOf(text: string): string | number | null {
  if (text === '') return null
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
