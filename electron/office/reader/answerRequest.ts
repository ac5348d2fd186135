import { annotateWorkbook } from '../excel/annotate/annotateWorkbook'
import { readWorkbook } from '../excel/readWorkbook'
import { OfficeError } from '../officeError'
import { packWorkbook } from './packWorkbook'
import type { AnnotateRequest, ReadAnswer, ReadRequest } from './readMessage'

/** What a reader says to a request; never rejects. */
export async function answerRequest(request: ReadRequest | AnnotateRequest): Promise<ReadAnswer> {
  const { name, bytes, password } = request
  try {
    if ('notes' in request) return { type: 'annotated', workbook: await annotateWorkbook(name, bytes, password, request.notes) }
    return { type: 'read', workbook: packWorkbook(await readWorkbook(name, bytes, password)) }
  } catch (error) {
    if (error instanceof OfficeError) return { type: 'refused', failure: error.toFailure() }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { type: 'broken', message, ...(stack ? { stack } : {}) }
  }
}
