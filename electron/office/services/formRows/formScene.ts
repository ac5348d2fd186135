import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { EntityManager } from '../../db/gate'
import type { FormRow } from '../../forms/formRow'

/** What a form is filled with. */
export interface FormScene {
  today: CalendarDate
  /** Coverage, terms and balances stand as on this day, and nothing later is listed. */
  asOf: CalendarDate
  /** First day of what is listed; null is from the beginning. */
  from: CalendarDate | null
  /** The year of trainings, elections and assessments. */
  year: number
  /** Null: the whole district. */
  unitId: number | null
  settings: OfficeSettings
}

/** The rows of one form in their order, by the fields of resources/forms.json; what it means is in docs/domain.md, section 12. */
export type ReadFormRows = (manager: EntityManager, scene: FormScene) => Promise<FormRow[]>
