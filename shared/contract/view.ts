import { z } from 'zod'
import { read, write } from './define'

/** Column memory of a grid: what AG Grid's getColumnState gives, kept as an opaque JSON text under a key. */
export const viewCalls = {
  'view.get': read(z.object({ key: z.string().max(60) }), z.object({ state: z.string().nullable() })),
  'view.save': write(z.object({ key: z.string().max(60), state: z.string().max(20_000) }), z.object({})),
}
