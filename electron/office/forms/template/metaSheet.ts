import type { CellSpec, RowSpec, SheetSpec } from '../../excel/workbookSpec'
import { layoutSha, type TemplateMeta } from './templateMeta'

export const metaSheetName = '_meta'
/** What the first cell says; a sheet of that name may be anybody's. */
export const metaMark = '双覆盖台账填报模板'

/** A cell holds 32,767 characters; a longer text goes on in the next ones. */
const cellRoom = 30_000
const look = { format: '@' }

/**
 * The hidden sheet: a word and its value a row, everything as text, which no program reformats. Rows of records hold
 * their id, their version, and what stood in their cells.
 */
export function metaSheet(meta: TemplateMeta): SheetSpec {
  return {
    name: metaSheetName,
    visibility: 'veryHidden',
    columnWidths: [14, 40],
    merges: [],
    rows: [
      line(metaMark, String(meta.version)),
      line('form', meta.form),
      line('ledger', meta.ledgerId),
      line('unit', meta.unit === null ? '' : JSON.stringify(meta.unit)),
      line('issued', meta.issuedOn),
      line('sheet', meta.sheet),
      line('layout', layoutSha(meta.form, meta.columns)),
      line('columns', JSON.stringify(meta.columns.map(({ col, field, path }) => [col, field, ...path]))),
      ...meta.rows.map(({ id, version, cells }) => line('row', JSON.stringify([id, version, cells]))),
    ],
  }
}

function line(word: string, value: string): RowSpec {
  const cells: CellSpec[] = [{ value: word, look }]
  for (let at = 0; at < value.length; at += cellRoom) cells.push({ value: value.slice(at, at + cellRoom), look })
  return { cells }
}
