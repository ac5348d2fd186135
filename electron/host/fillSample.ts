import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Input } from '../../shared/contract/index'
import type { Failure, Reply } from '../../shared/contract/reply'
import { fillSampleWork } from './sample/fillSampleWork'
import { Refused, sampleCall } from './sample/sampleCall'

/** What `expected.json` of the sample district holds for this purpose; the rest is for tests. */
interface SampleDescription {
  setup: Input<'office.setup'>
  files: Record<string, { unit?: string | null }>
}

/**
 * Fills an empty office with the sample district, as a person would: set up, read every workbook, plan, commit, and
 * the work of a year on top.
 * An office that already has units is left as it is. Returns the first failure, or null.
 */
export async function fillSample(
  dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>,
  sampleFolder: string,
): Promise<Failure | null> {
  const call = sampleCall(dispatch)
  try {
    const { units } = await call('office.status', {})
    if (units > 0) return null
    const description = JSON.parse(await readFile(join(sampleFolder, 'expected.json'), 'utf8')) as SampleDescription
    await call('office.setup', description.setup)
    const fileIds: string[] = []
    const unitOfFile: Record<string, string> = {}
    for (const [name, { unit }] of Object.entries(description.files)) {
      const reading = await call('import.read', { name, bytes: await readFile(join(sampleFolder, name)) })
      fileIds.push(reading.fileId)
      if (!reading.unit && unit) unitOfFile[reading.fileId] = unit
    }
    const { planId } = await call('import.plan', { fileIds, policy: 'replace', units: unitOfFile })
    await call('import.commit', { planId, operator: '示例数据' })
    await fillSampleWork(call)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.failure
    throw error
  }
}
