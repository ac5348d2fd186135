import { maskMobiles, maskPhone, namesPhone } from '../../../../shared/domain/phoneMask'

/** Names of facts that say of which field their neighbours speak. */
const naming = ['field', 'label', 'column', 'header'] as const

/** Contents of a field, beside what names it. */
const contents = new Set(['before', 'after', 'left', 'now', 'text', 'value', 'typed', 'base', 'ours', 'theirs', 'shown', 'message'])

/**
 * An answer with its telephones hidden: whole where a name says that it is one, and mobile numbers in any other text.
 * Not in `values`, the fields of a record: what is edited there comes back, so only telephone fields of it are hidden.
 * What has nothing to hide is answered as it is, not copied. `isShown`: rows left alone.
 */
export function hidePhones(answer: unknown, isShown: (row: object) => boolean): unknown {
  return hide(answer, { name: '', isEdited: false, isPhone: false }, isShown)
}

interface Place {
  name: string
  /** Comes back when it is edited. */
  isEdited: boolean
  /** Beside something that names a telephone. */
  isPhone: boolean
}

function hide(node: unknown, place: Place, isShown: (row: object) => boolean): unknown {
  if (typeof node === 'string') {
    if (place.isPhone || namesPhone(place.name)) return maskPhone(node)
    return place.isEdited ? node : maskMobiles(node)
  }
  if (typeof node !== 'object' || node === null || node instanceof Uint8Array || isShown(node)) return node
  if (Array.isArray(node)) return unlessSame(node, node.map((item) => hide(item, place, isShown)))
  if ('columns' in node && 'rows' in node) return hideTable(node, isShown)
  const aboutPhone = naming.some((key) => key in node && isName(node, key))
  const entries = Object.entries(node)
  const hidden = entries.map(([name, value]) =>
    hide(value, { name, isEdited: place.isEdited || name === 'values', isPhone: aboutPhone && contents.has(name) }, isShown),
  )
  if (hidden.every((value, i) => value === entries[i]?.[1])) return node
  return Object.fromEntries(entries.map(([name], i) => [name, hidden[i]]))
}

/** A table of cells: whole columns of telephones, and mobile numbers in the others. */
function hideTable(node: { columns: unknown; rows: unknown }, isShown: (row: object) => boolean): unknown {
  const { columns, rows } = node
  if (!Array.isArray(columns) || !Array.isArray(rows)) return node
  const phones = columns.map((column: unknown) => typeof column === 'object' && column !== null && naming.some((key) => key in column && isName(column, key)))
  const hidden = rows.map((row: unknown) =>
    Array.isArray(row)
      ? row.map((cell, i) => hide(cell, { name: '', isEdited: false, isPhone: phones[i] === true }, isShown))
      : hide(row, { name: '', isEdited: false, isPhone: false }, isShown),
  )
  return { ...node, rows: hidden }
}

function isName(node: object, key: string): boolean {
  const name: unknown = Reflect.get(node, key)
  return typeof name === 'string' && namesPhone(name)
}

function unlessSame(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((value, i) => value === before[i]) ? before : after
}
