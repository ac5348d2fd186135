import type { RecordDefinition } from '../../shared/record/field'
import { ownDefinition } from '../../shared/record/ownDefinition'
import type { RecordKind } from '../../shared/record/recordKind'
import { settingsInForce } from '../composables/settingsInForce'

/** The definition of a kind as the district words it; asked in a render or a computed value it follows the settings. */
export function ownDefinitionOf(kind: RecordKind): RecordDefinition {
  return ownDefinition(kind, settingsInForce.value)
}
