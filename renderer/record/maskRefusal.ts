import { holdsMaskSign } from '../../shared/domain/phoneMask'
import type { Field, FieldValue } from '../../shared/record/field'
import { recordText } from '../text/record'

/**
 * Why a telephone cannot be what was typed: nobody's number has asterisks in it, so it is a mask that was altered or
 * copied here. Null where it is as it was kept, or none.
 */
export function maskRefusal(field: Field, value: FieldValue, kept: FieldValue | undefined): string | null {
  if (field.type !== 'phone' || typeof value !== 'string' || value === kept) return null
  return holdsMaskSign(value) ? recordText.phoneMask(value) : null
}
