import type { RecordRow } from '../../../../shared/contract/record'
import type { Field } from '../../../../shared/record/field'
import { ownFieldWord } from '../../../../shared/domain/ownWords'
import { ownDefinition, type OwnWording } from '../../../../shared/record/ownDefinition'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { showField } from '../../../../shared/record/showField'
import type { CellSpec, WorkbookSpec } from '../../excel/workbookSpec'
import { bodyLooks } from '../../forms/looks'
import { listWorkbook } from '../../forms/listWorkbook'

/** What a ledger shows, as a workbook: the same rows and columns in the same order, in the words of the district. */
export function recordWorkbook(
  kind: RecordKind,
  title: string,
  columns: readonly { field: string; header: string }[],
  rows: readonly RecordRow[],
  wording: OwnWording,
): WorkbookSpec {
  return listWorkbook({
    title,
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ field }) => cellOf(kind, field, row, wording))),
  })
}

function cellOf(kind: RecordKind, name: string, row: RecordRow, wording: OwnWording): CellSpec {
  const field = ownDefinition(kind, wording).fields[name]
  if (!field) {
    const value = name === 'unitName' ? row.unitName : (row.computed[name] ?? null)
    if (typeof value === 'string') return { value: ownFieldWord(wording.words, name, value), look: bodyLooks.word }
    return { value: typeof value === 'boolean' ? (value ? '是' : '否') : value, look: bodyLooks.word }
  }
  const value = row.values[name] ?? null
  if (value === null) return { value: null, look: lookOf(field) }
  if (field.type === 'count' || field.type === 'number') return { value: Number(value), look: lookOf(field) }
  if (field.type === 'money') return { value: Number(value) / (field.per === '元' ? 100 : 1_000_000), look: lookOf(field) }
  if (field.type === 'date') return { value: { date: String(value) }, look: lookOf(field) }
  return { value: showField(field, value, row.names[name]), look: lookOf(field) }
}

function lookOf(field: Field): NonNullable<CellSpec['look']> {
  switch (field.type) {
    case 'count':
      return bodyLooks.count
    case 'money':
      return bodyLooks.money
    case 'date':
      return bodyLooks.date
    case 'phone':
    case 'creditCode':
      return bodyLooks.code
    case 'flag':
    case 'choice':
    case 'quarter':
      return bodyLooks.word
    default:
      return bodyLooks.text
  }
}
