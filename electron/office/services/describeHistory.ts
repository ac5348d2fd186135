import type { EnterpriseDetail } from '../../../shared/contract/enterprise'
import type { EnterpriseRecord } from '../db/repositories/enterpriseDetail'
import { fieldLabel, importFields, shownValue, type ImportField, type ImportFields } from '../import/importField'

/** An audit entry with its fields named for people and its values as they read them. */
export function describeHistory({ at, operator, action, changes }: EnterpriseRecord['history'][number]): EnterpriseDetail['history'][number] {
  return {
    at,
    operator,
    action,
    changes: changes.map(({ field, before, after }) => ({
      field,
      label: Object.hasOwn(importFields, field) ? fieldLabel(field as ImportField) : field,
      before: shownValue(before as ImportFields[ImportField]),
      after: shownValue(after as ImportFields[ImportField]),
    })),
  }
}
