import { z } from 'zod'
import { liaisonKinds } from '../domain/valueDomain'
import { read } from './define'
import { asOf } from './enterprise'

/** An active 指导员 or 联络员 with the enterprises assigned to him on the date. */
export const liaisonRow = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(liaisonKinds),
  fullTime: z.boolean(),
  /** Employer and post as typed together. */
  employerPost: z.string().nullable(),
  phone: z.string().nullable(),
  enterpriseCount: z.number().int(),
  enterprises: z.array(z.string()),
})
export type LiaisonRow = z.infer<typeof liaisonRow>

export const liaisonCalls = {
  'liaison.list': read(z.object({ unitId: z.number().int().optional(), asOf }), z.array(liaisonRow)),
}
