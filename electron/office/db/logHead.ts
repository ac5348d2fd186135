import { z } from 'zod'

/** The last entry there is of the 操作日志, as kept beside it: that entries are missing at its end shows by it. */
export const logHead = z.object({ id: z.number().int(), hash: z.string() })
export type LogHead = z.infer<typeof logHead>

/** Its setting. */
export const logHeadKey = 'audit.head'
