import { z } from 'zod'
import { bytes, handsOut, read } from './define'

const cell = z.union([z.string().max(2000), z.number(), z.null()])

export const figureCalls = {
  /** A table of figures as it stands on the screen, as a workbook: its columns and rows in their order. */
  'figure.export': handsOut(read(
    z.object({
      title: z.string().trim().min(1).max(100),
      headers: z.array(z.string().max(300)).min(1).max(200),
      rows: z.array(z.array(cell).max(200)).max(20_000),
    }),
    z.object({ fileName: z.string(), bytes }),
  )),
}
