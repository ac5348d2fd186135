import type { FieldValue } from '../../../../shared/record/field'
import { holdsMaskSign, maskPhone } from '../../../../shared/domain/phoneMask'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { readRecords } from '../../db/storedRecord'
import { OfficeError } from '../../officeError'

type Values = Readonly<Record<string, FieldValue>>

/**
 * Values with the masks in telephone fields put back to the numbers they hide, looked for in records of the kind. Throws
 * OfficeError `invalid` {reason: 'phone-mask', field, name} for a mask that hides none of theirs: it was copied here, or
 * altered. Nothing with an asterisk gets into a telephone field, but for one that came with an import and stays as it was.
 */
export function ownPhones(manager: EntityManager, kind: RecordKind, values: Values, ids: readonly number[]): Values {
  const { fields } = definitionOf(kind)
  const masked = Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name]
    return field?.type === 'phone' && typeof value === 'string' && holdsMaskSign(value) ? [{ name, mask: value, label: field.label }] : []
  })
  if (masked.length === 0) return values
  const kept = readRecords(manager, kind, ids.filter((id) => id > 0))
  const own = masked.map(({ name, mask, label }) => {
    const numbers = [...kept.values()].map((record) => record.values[name])
    const phone = numbers.find((number) => typeof number === 'string' && (number === mask || maskPhone(number) === mask))
    if (phone === undefined) throw new OfficeError('invalid', { reason: 'phone-mask', field: label, name: mask })
    return [name, phone] as const
  })
  return { ...values, ...Object.fromEntries(own) }
}

/** Changes as `ownPhones` gives their values, each by its own record. */
export function withOwnPhones<C extends { kind: RecordKind; id: number; values: Values }>(manager: EntityManager, changes: readonly C[]): C[] {
  return changes.map((change) => ({ ...change, values: ownPhones(manager, change.kind, change.values, [change.id]) }))
}
