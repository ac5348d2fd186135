import { z } from 'zod'
import { unitKinds } from '../domain/valueDomain'
import { read } from './define'

/** 填报单位. `sortNo` is the official order; units are never listed alphabetically. */
export const unit = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(unitKinds),
  aliases: z.array(z.string()),
  sortNo: z.number().int(),
  active: z.boolean(),
  /** Living enterprises of the unit, whatever their 经营状态. */
  enterprises: z.number().int(),
})
export type Unit = z.infer<typeof unit>

export const unitCalls = {
  'unit.list': read(z.object({}), z.array(unit)),
}
