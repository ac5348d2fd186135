import type { Failure } from '../../shared/contract/reply'
import { OfficeError } from '../office/officeError'

/** Why no PDF came of an order, as the office throws it. */
export function pdfRefusal({ code, details }: Failure): OfficeError {
  return new OfficeError(code, details)
}
