import type { Field } from '../../shared/record/field'
import { kindOf } from './fieldOptions'
import { ownDefinitionOf } from './ownDefinitionOf'

/** A field of a form that changes several records at once: `secretaryTerm.name`. */
export interface ChangeField {
  key: string
  field: Field
}

/** What a form says differently of a field than its definition. */
export interface WantedField {
  key: string
  label?: string
  help?: string
  required?: boolean
}

/** The fields named `kind.field`, as their definitions have them. Throws RangeError for one there is not. */
export function changeFields(wanted: readonly (string | WantedField)[]): ChangeField[] {
  return wanted.map((one) => {
    const { key, ...said } = typeof one === 'string' ? { key: one } : one
    const [kind = '', name = ''] = key.split('.')
    const field = ownDefinitionOf(kindOf(kind)).fields[name]
    if (!field) throw new RangeError(`no such field: ${key}`)
    return { key, field: { ...field, ...said } }
  })
}
