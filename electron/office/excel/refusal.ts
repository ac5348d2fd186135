/** Why a file is not read. `expands` and `bytes` are refusals for size, the others for content. */
export type RefusalReason =
  | 'empty'
  | 'not-a-workbook'
  | 'other-document'
  | 'damaged'
  | 'encrypted'
  | 'expands'
  | 'bytes'

/** Thrown inside this room only: `readWorkbook` adds the file's name and turns it into an OfficeError. */
export class Refusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Refusal'
    this.reason = reason
  }
}
