import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './writeWhole'

/** The copy last handed out for another disk. It is told beside the copies, so that a restore does not unsay it. */
const outsideCopy = z.object({ at: z.string(), sha256: z.string(), verified: z.boolean() })
export type OutsideCopy = z.infer<typeof outsideCopy>

const fileOf = (backups: string): string => join(backups, 'outside.json')

export function readOutsideCopy(backups: string): OutsideCopy | null {
  try {
    return outsideCopy.safeParse(JSON.parse(readFileSync(fileOf(backups), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

export function writeOutsideCopy(backups: string, copy: OutsideCopy): void {
  writeWhole(fileOf(backups), `${JSON.stringify(copy)}\n`)
}
