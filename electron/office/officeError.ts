import type { Failure, FailureCode, Issue } from '../../shared/contract/reply'

/** What people can cause and put right. Anything else that is thrown is a bug and answered as `unexpected`. */
export class OfficeError extends Error {
  readonly code: FailureCode
  readonly details: Failure['details']
  readonly issues: Issue[] | undefined

  constructor(code: FailureCode, details: Failure['details'] = {}, issues?: Issue[]) {
    super(code)
    this.name = 'OfficeError'
    this.code = code
    this.details = details
    this.issues = issues
  }

  toFailure(): Failure {
    return { code: this.code, details: this.details, ...(this.issues ? { issues: this.issues } : {}) }
  }
}
