import type { PrinterPort } from '../ports'
import { createTestOffice, type TestOffice } from './createTestOffice'
import { keptSample } from './keptSample'

/** A test office with the sample district and the work of its year. */
export async function createSampleOffice(today = '2026-11-21', printer?: PrinterPort): Promise<TestOffice> {
  return createTestOffice({ today, copyOf: await keptSample(today), ...(printer ? { printer } : {}) })
}
