import { z } from 'zod'
import { absenceChoices } from '../domain/absence'

const id = z.number().int().positive()

export const absenceChoice = z.enum(absenceChoices)

/** 本期未报: an enterprise of a unit that reported, in none of the files of a run. */
export const absence = z.object({
  enterpriseId: id,
  name: z.string(),
  unitId: id,
  unit: z.string(),
  /** What it is called and how it stands now; null once it is in the recycle bin. */
  status: z.string().nullable(),
  choice: absenceChoice.nullable(),
  /** The day the choice holds from. */
  on: z.string().nullable(),
  by: z.string(),
})
export type Absence = z.infer<typeof absence>

/** 注销, 迁出, 停产 change the enterprise's status from the day on; 漏报 only notes it. Null takes a 漏报 back. */
export const absenceDecision = z.object({ enterpriseId: id, choice: absenceChoice.nullable(), on: z.iso.date() })
export type AbsenceDecision = z.infer<typeof absenceDecision>
