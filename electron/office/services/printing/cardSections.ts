import type { RecordRow } from '../../../../shared/contract/record'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { ownFieldWord } from '../../../../shared/domain/ownWords'
import { maskMobiles, maskPhone } from '../../../../shared/domain/phoneMask'
import { ownDefinition, type OwnWording } from '../../../../shared/record/ownDefinition'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { showField } from '../../../../shared/record/showField'
import type { CardColumn, CardFact, CardSection } from '../../forms/card/cardSheet'
import { phoneHiding } from '../../phoneHiding'

/** What cards are written with. */
export interface CardWording {
  wording: OwnWording
  phones: CardPhones
}

/** Telephones on a card: not at all (setting printPhones), hidden where the call asks for it, or as they are. */
export type CardPhones = 'none' | 'hidden' | 'plain'

export function cardPhones({ work }: Pick<OfficeSettings, 'work'>): CardPhones {
  if (!work.printPhones) return 'none'
  return phoneHiding.getStore() === true ? 'hidden' : 'plain'
}

/** A field or a computed fact of a record, in the words of the district; '' when it is not stated. */
export function shown(kind: RecordKind, row: RecordRow, name: string, { wording, phones }: CardWording): string {
  const isPhone = isPhoneField(kind, name, wording)
  if (isPhone && phones === 'none') return ''
  const text = stated(kind, row, name, wording)
  return phones === 'hidden' ? maskText(text, isPhone) : text
}

/** Numbers in what is a telephone, mobile numbers in any other text. */
export function maskText(text: string, isPhone: boolean): string {
  return isPhone ? maskPhone(text) : maskMobiles(text)
}

function isPhoneField(kind: RecordKind, name: string, wording: OwnWording): boolean {
  const field = ownDefinition(kind, wording).fields[name]
  return field ? field.type === 'phone' : name.endsWith('Phone')
}

function stated(kind: RecordKind, row: RecordRow, name: string, wording: OwnWording): string {
  const field = ownDefinition(kind, wording).fields[name]
  if (!field) {
    const value = name === 'unitName' ? row.unitName : (row.computed[name] ?? null)
    if (value === null) return ''
    return typeof value === 'string' ? ownFieldWord(wording.words, name, value) : String(value)
  }
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
