import type { RecordRow } from '../../../shared/contract/record'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'

/** Facts of a record that are computed from others when it is listed, by name. */
export type Computed = RecordRow['computed']

/** What computed facts depend on besides the records. */
export interface ComputeScene {
  today: string
  settings: OfficeSettings
}
