import { checkField } from '../../../../shared/record/checkField'
import type { Field } from '../../../../shared/record/field'
import { ownDefinition } from '../../../../shared/record/ownDefinition'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { isLooked, type QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

/** Which check a field's own rule belongs to. */
const codes: Partial<Record<Field['type'], string>> = {
  phone: 'V-12', creditCode: 'V-06', count: 'V-09', number: 'V-09', money: 'V-09', flag: 'V-10', choice: 'V-10',
  date: 'V-11', quarter: 'V-11',
}

/** Told by `checkFacts`, in the words of an enterprise. */
const toldOfEnterprise: ReadonlySet<Field['type']> = new Set(['phone', 'creditCode'])

/** What the rules of a kind's fields say of what is kept: values of another time or from another hand. */
export function fieldFindings(kind: RecordKind, { records, today }: QualityFacts, settings: OfficeSettings): RecordFinding[] {
  const fields = Object.entries(ownDefinition(kind, settings).fields).filter(
    ([name, { type }]) => isLooked(kind, name) && !(kind === 'enterprise' && toldOfEnterprise.has(type)),
  )
  const found: RecordFinding[] = []
  for (const { id, values } of records[kind]) {
    for (const [name, field] of fields) {
      const said = checkField(field, values[name], today)
      if (said) found.push({ code: codeOf(kind, name, field), level: said.level, kind, id, field: name, message: said.message })
    }
  }
  return found
}

function codeOf(kind: RecordKind, name: string, { type }: Field): string {
  return kind === 'enterprise' && name === 'name' ? 'V-01' : (codes[type] ?? 'field')
}
