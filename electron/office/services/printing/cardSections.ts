import type { RecordRow } from '../../../../shared/contract/record'
import { ownFieldWord } from '../../../../shared/domain/ownWords'
import { ownDefinition, type OwnWording } from '../../../../shared/record/ownDefinition'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { showField } from '../../../../shared/record/showField'
import type { CardColumn, CardFact, CardSection } from '../../forms/card/cardSheet'

/** What cards are written with. */
export interface CardWording {
  wording: OwnWording
  /** Setting printPhones. */
  phones: boolean
}

/** A field or a computed fact of a record, in the words of the district; '' when it is not stated. */
export function shown(kind: RecordKind, row: RecordRow, name: string, { wording, phones }: CardWording): string {
  const field = ownDefinition(kind, wording).fields[name]
  if (!field) {
    const value = name === 'unitName' ? row.unitName : (row.computed[name] ?? null)
    if (value === null) return ''
    if (!phones && name.endsWith('Phone')) return ''
    return typeof value === 'string' ? ownFieldWord(wording.words, name, value) : String(value)
  }
  if (field.type === 'phone' && !phones) return ''
  const text = showField(field, row.values[name], row.names[name])
  const unit = 'unit' in field && typeof field.unit === 'string' ? field.unit : ''
  return text === '' ? '' : `${text}${field.type === 'choice' || field.type === 'ref' ? '' : unit}`
}

/** Facts of a record that are stated; those of `always` with their blank. Long ones take a line. */
export function factsOf(
  kind: RecordKind,
  row: RecordRow,
  names: readonly string[],
  scene: CardWording,
  always: readonly string[] = [],
): CardFact[] {
  const { fields } = ownDefinition(kind, scene.wording)
  return names.flatMap((name): CardFact[] => {
    const value = shown(kind, row, name, scene)
    if (value === '' && !always.includes(name)) return []
    return [{ label: fields[name]?.label ?? name, value, wide: value.length > 18 }]
  })
}

/** Records as a table: a column a field, headed as the field is called. */
export function tableOf(
  kind: RecordKind,
  title: string,
  columns: readonly (Omit<CardColumn, 'header'> & { name: string; header?: string })[],
  rows: readonly RecordRow[],
  scene: CardWording & { none: string },
): CardSection {
  const { fields } = ownDefinition(kind, scene.wording)
  return {
    kind: 'table',
    title,
    columns: columns.map(({ name, header, ...column }) => ({ header: header ?? fields[name]?.label ?? name, ...column })),
    rows: rows.map((row) => columns.map(({ name }) => shown(kind, row, name, scene))),
    none: scene.none,
  }
}
