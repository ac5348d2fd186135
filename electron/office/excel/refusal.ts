/** Why a file is not read. `expands` and `bytes` are refusals for size, the others for content. */
export type RefusalReason =
  | 'empty'
  | 'not-a-workbook'
  | 'other-document'
  | 'web-shell'
  | 'locked-by-software'
  | 'damaged'
  | 'password-needed'
  | 'wrong-password'
  | 'unknown-encryption'
  | 'rights-managed'
  | 'expands'
  | 'bytes'

/** What an `other-document` is, where its bytes tell; the sentence for each stands in shared/text. */
export type DocumentKind = 'word' | 'slides' | 'pdf' | 'picture' | 'archive' | 'mail' | 'numbers' | 'uof'

/** Thrown inside this room only: `readWorkbook` adds the file's name and turns it into an OfficeError. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly kind: DocumentKind | undefined

  constructor(reason: RefusalReason, cause?: unknown, kind?: DocumentKind) {
    super(reason, { cause })
    this.name = 'Refusal'
    this.reason = reason
    this.kind = kind
  }
}

/** Throws it for a file that is something else than a table. */
export function refuseDocument(kind?: DocumentKind): never {
  throw new Refusal('other-document', undefined, kind)
}
