import type { RecordFilter } from '../../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import { isSortableFact } from '../../../shared/record/sortableFact'
import { OfficeError } from '../officeError'
import { isComputedFilter } from './computedFilters'

/** A field a page cannot be asked for is a caller's mistake, not a bug of the office. */
export function refuseUnknownFields(kind: RecordKind, is: RecordFilter['is'], sort: { field: string } | null): void {
  const { fields } = definitionOf(kind)
  const asked = Object.keys(is ?? {}).filter((field) => !isComputedFilter(kind, field))
  const sorted = sort && !isSortableFact(kind, sort.field) ? [sort.field] : []
  const unknown = [...asked, ...sorted].find((field) => field !== 'unitName' && !Object.hasOwn(fields, field))
  if (unknown !== undefined) throw new OfficeError('invalid', { kind, field: unknown, reason: 'no-such-field' })
}
