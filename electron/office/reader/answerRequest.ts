import { readWorkbook } from '../excel/readWorkbook'
import { OfficeError } from '../officeError'
import { packWorkbook } from './packWorkbook'
import type { ReadAnswer, ReadRequest } from './readMessage'

/** What a reader says to a request; never rejects. */
export async function answerRequest({ name, bytes, password }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { type: 'read', workbook: packWorkbook(await readWorkbook(name, bytes, password)) }
  } catch (error) {
    if (error instanceof OfficeError) return { type: 'refused', failure: error.toFailure() }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { type: 'broken', message, ...(stack ? { stack } : {}) }
  }
}
