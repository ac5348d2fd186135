import { z } from 'zod'
import { unitKinds } from '../domain/valueDomain'
import { day, read, write } from './define'
import { problem } from './problem'

/** What the office is called and which units report to it: the `setup` block of a district. */
export const officeSetup = z.object({
  regionName: z.string().trim().min(1).max(40),
  officeName: z.string().trim().min(1).max(60),
  units: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        kind: z.enum(unitKinds),
        aliases: z.array(z.string().trim().min(1).max(40)).default([]),
        sortNo: z.number().int().min(1),
      }),
    )
    .max(500),
})
export type OfficeSetup = z.infer<typeof officeSetup>

export const officeStatus = z.object({
  version: z.string(),
  /** Null until the office has been set up. */
  officeName: z.string().nullable(),
  regionName: z.string().nullable(),
  units: z.number().int(),
  enterprises: z.number().int(),
  /** Rises with every committed write. */
  revision: z.number().int(),
  /** True for the throw-away data folder of `--demo`. */
  demo: z.boolean(),
  /** Where the data lie, for 关于 and support; shown, never opened by the renderer. */
  dataFolder: z.string(),
  /** They lie on a stick or a card, where the system tells: such disks are pulled out, lost and worn out. */
  removable: z.boolean(),
  /** Today's date in the office's time zone, YYYY-MM-DD: the default cut-off. */
  today: z.string(),
})
export type OfficeStatus = z.infer<typeof officeStatus>

export const officeCalls = {
  'office.status': read(z.object({}), officeStatus),
  /** Adds or updates units by name and never deletes one; answers how many were added and changed. */
  'office.setup': write(officeSetup, z.object({ added: z.number().int(), changed: z.number().int() })),
  /** Runs the checks of docs/domain.md over the whole ledger. Writes nothing. */
  'office.check': read(
    z.object({ unitId: z.number().int().optional(), asOf: day.optional() }),
    z.object({
      enterprises: z.number().int(),
      counts: z.array(z.object({ code: z.string(), level: problem.shape.level, count: z.number().int(), title: z.string() })),
      problems: z.array(problem.extend({ enterpriseId: z.number().int().nullable(), enterpriseName: z.string() })),
    }),
  ),
}
