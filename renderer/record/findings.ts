import type { Finding } from '../../shared/contract/record'
import type { Failure } from '../../shared/contract/reply'

/** Findings of a refused save by the change they speak of; those of no change in particular stand at -1. */
export function findingsOfFailure(failure: Failure, fields: readonly string[]): Map<number, Finding[]> {
  const byChange = new Map<number, Finding[]>()
  for (const { path, code, message } of failure.issues ?? []) {
    const change = path.find((part) => typeof part === 'number') ?? -1
    const field = path.findLast((part) => typeof part === 'string' && fields.includes(part))
    const finding: Finding = {
      field: field === undefined ? null : String(field),
      level: 'error',
      code,
      message: message ?? code,
    }
    byChange.set(change, [...(byChange.get(change) ?? []), finding])
  }
  return byChange
}

/** Which record a `conflict` is about; undefined when it is about something else. */
export function conflictingId(failure: Failure): number | undefined {
  const { id } = failure.details
  return failure.code === 'conflict' && typeof id === 'number' ? id : undefined
}
