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

/** With the records it lists, as exports of ledgers are answered. */
export async function writeNamed({ rows, ...named }: NamedWorkbook): Promise<{ fileName: string; bytes: Uint8Array; rows: number }> {
  return { ...(await writeFileOf(named)), rows }
}

/** The file alone, as tables are answered. */
export async function writeFileOf({ fileName, spec }: Omit<NamedWorkbook, 'rows'>): Promise<{ fileName: string; bytes: Uint8Array }> {
  return { fileName, bytes: await writeWorkbook(spec) }
}

/** A text as part of a file's name on every system. */
export function nameOfFile(text: string): string {
  return text.replace(/[*?:\\/"<>|]/g, ' ')
}
