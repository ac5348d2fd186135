import type { WorkbookSpec } from '../../excel/workbookSpec'
import { writeWorkbook } from '../../excel/writeWorkbook'

/** What is exported or printed, before it is either. */
export interface NamedWorkbook {
  /** Of the file, ending with .xlsx. */
  fileName: string
  spec: WorkbookSpec
  /** Records it lists. */
  rows: number
}

export async function writeNamed({ fileName, spec, rows }: NamedWorkbook): Promise<{ fileName: string; bytes: Uint8Array; rows: number }> {
  return { fileName, bytes: await writeWorkbook(spec), rows }
}

/** A text as part of a file's name on every system. */
export function nameOfFile(text: string): string {
  return text.replace(/[*?:\\/"<>|]/g, ' ')
}
