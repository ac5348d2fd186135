import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reply } from '../../../shared/contract/reply'
import { fillSample } from '../../host/fillSample'
import { createTestOffice } from './createTestOffice'
import { samplesFolder } from './samplesFolder'

const sampleFolder = resolve(import.meta.dirname, '../../../resources/sample-district')

/**
 * A data folder with the sample district as it is on a day, to be copied: filling one takes seconds, so the first test
 * that asks does it for all others of the run.
 */
export async function keptSample(today: string): Promise<string> {
  const samples = samplesFolder()
  const kept = join(samples, today)
  if (existsSync(kept)) return kept
  const folder = mkdtempSync(join(samples, 'filling-'))
  await fill(folder, today)
  try {
    renameSync(folder, kept)
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(kept)) throw error
    rmSync(folder, { recursive: true })
  }
  return kept
}

async function fill(folder: string, today: string): Promise<void> {
  const office = await createTestOffice({ today, folder })
  const dispatch = async (name: string, input: unknown): Promise<Reply<unknown>> => ({
    ok: true,
    value: await office.call(name as 'office.status', input as Record<string, never>),
  })
  const failure = await fillSample(dispatch, sampleFolder)
  await office.close()
  if (failure) throw new Error(`the sample district was refused: ${JSON.stringify(failure)}`)
}
