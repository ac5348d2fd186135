import { z } from 'zod'
import { deliveryStates } from '../domain/valueDomain'
import { read } from './define'

/** One 三建三送 item of one enterprise. */
export const deliveryRow = z.object({
  id: z.number().int(),
  unitName: z.string(),
  enterpriseId: z.number().int(),
  enterpriseName: z.string(),
  item: z.string(),
  state: z.enum(deliveryStates),
  quantity: z.number().nullable(),
  unitLabel: z.string().nullable(),
  /** 元 with two decimals. */
  amount: z.number().nullable(),
  doneOn: z.string().nullable(),
})
export type DeliveryRow = z.infer<typeof deliveryRow>

export const deliveryCalls = {
  'delivery.list': read(z.object({ unitId: z.number().int().optional() }), z.array(deliveryRow)),
}
