import type { Failure } from '../../../shared/contract/reply'
import type { AnnotatedWorkbook } from '../excel/annotate/annotateWorkbook'
import type { WorkbookNotes } from '../excel/annotate/workbookNotes'
import type { PackedWorkbook } from './packWorkbook'

/** Office → reader: one file at a time. */
export interface ReadRequest {
  /** The file's name, for the failure. */
  name: string
  bytes: Uint8Array
  /** Tried on a file that asks for one; others ignore it. */
  password?: string
}

/** Office → reader: the same file with notes written into it. */
export interface AnnotateRequest extends ReadRequest {
  notes: WorkbookNotes
}

/** Reader → office. `ready` comes once, when the reader has loaded. */
export type ReadAnswer =
  | { type: 'ready' }
  | { type: 'read'; workbook: PackedWorkbook }
  | { type: 'annotated'; workbook: AnnotatedWorkbook }
  | { type: 'refused'; failure: Failure }
  /** A mistake of the program, with its stack for the log. */
  | { type: 'broken'; message: string; stack?: string }
