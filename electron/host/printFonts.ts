import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintFont } from '../office/ports'

/** Copied beside the built program (build/printFontFiles.ts); source in tests takes them from the package. */
const built = join(import.meta.dirname, 'fonts')
const packaged = join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource', 'noto-serif-sc', 'files')
const scripts = { chinese: 'chinese-simplified', latin: 'latin' } as const

let read: Promise<readonly PrintFont[]> | undefined

/** The open typeface, read once. */
export function printFonts(): Promise<readonly PrintFont[]> {
  read ??= readFonts(existsSync(built) ? built : packaged)
  return read
}

function readFonts(folder: string): Promise<PrintFont[]> {
  const parts = ([400, 700] as const).flatMap((weight) => (['chinese', 'latin'] as const).map((script) => ({ weight, script })))
  return Promise.all(
    parts.map(async ({ weight, script }) => {
      const bytes = await readFile(join(folder, `noto-serif-sc-${scripts[script]}-${weight}-normal.woff2`))
      return { weight, script, bytes }
    }),
  )
}
