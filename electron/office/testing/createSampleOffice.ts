import { resolve } from 'node:path'
import type { Reply } from '../../../shared/contract/reply'
import { fillSample } from '../../host/fillSample'
import type { PrinterPort } from '../ports'
import { createTestOffice, type TestOffice } from './createTestOffice'

const sampleFolder = resolve(import.meta.dirname, '../../../resources/sample-district')

/** A test office with the sample district and the work of its year. */
export async function createSampleOffice(today = '2026-11-21', printer?: PrinterPort): Promise<TestOffice> {
  const office = await createTestOffice({ today, ...(printer ? { printer } : {}) })
  const dispatch = async (name: string, input: unknown): Promise<Reply<unknown>> => ({
    ok: true,
    value: await office.call(name as 'office.status', input as Record<string, never>),
  })
  const failure = await fillSample(dispatch, sampleFolder)
  if (failure) throw new Error(`the sample district was refused: ${JSON.stringify(failure)}`)
  return office
}
