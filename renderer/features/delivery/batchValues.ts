import type { MatrixCell } from '../../../shared/contract/delivery'
import { valuesOfMark } from '../../../shared/domain/deliveryMark'
import type { FieldValue } from '../../../shared/record/field'

/** The fields of a delivery that a batch states once for all enterprises. */
export const batchFields = ['batch', 'doneOn', 'quantity', 'amount', 'fundSource', 'handler'] as const
export type BatchField = (typeof batchFields)[number]

/**
 * What a batch writes for one enterprise: the item is there since the day of the batch; of something that had to be
 * replaced that day is the replacement's. A field left blank leaves what is kept.
 */
export function batchValues(
  cell: MatrixCell | null,
  stated: Readonly<Record<BatchField, FieldValue>>,
): Record<string, Exclude<FieldValue, unknown[]>> {
  const day = typeof stated.doneOn === 'string' ? stated.doneOn : ''
  const replaces = cell?.state === '需更换' && cell.doneOn !== null
  const values: Record<string, Exclude<FieldValue, unknown[]>> = {
    ...valuesOfMark(cell, { state: '已落实' }, day),
    state: '已落实',
    ...(replaces ? {} : { doneOn: day }),
  }
  for (const name of batchFields) {
    const value = stated[name]
    if (name !== 'doneOn' && value !== null && typeof value !== 'object') values[name] = value
  }
  return values
}
