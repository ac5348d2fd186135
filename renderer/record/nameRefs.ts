import type { FieldValue, RecordDefinition } from '../../shared/record/field'
import { call } from '../api/call'
import { kindOf } from './fieldOptions'

/** Names of the records that the given `ref` values point at, by field. */
export async function nameRefs(
  { fields }: RecordDefinition,
  values: Readonly<Record<string, FieldValue>>,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  await Promise.all(
    Object.entries(values).map(async ([name, value]) => {
      const field = fields[name]
      if (field?.type !== 'ref' || typeof value !== 'number') return
      const [choice] = await call('record.choices', { kind: kindOf(field.to), ids: [value] })
      if (choice) names[name] = choice.name
    }),
  )
  return names
}
