import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectOffice, type LogEntry } from '../host/connectOffice'
import { officeWorker } from './officeWorker'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-worker-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

it('logs the crash of a thread and answers the calls it took along', async () => {
  const script = join(folder, 'thread.mjs')
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ type }) => {
       if (type === 'open') parentPort.postMessage({ type: 'opened' })
       if (type === 'call') throw new Error('broken')
     })`,
  )
  const log: LogEntry[] = []
  const worker = officeWorker(script, (entry) => log.push(entry))
  const ended = new Promise<void>((resolve) => worker.onEnd(resolve))
  const opened = await connectOffice(worker, { dataFolder: folder, version: '1', demo: false }, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.code)
  expect(await opened.office.dispatch('office.status', {})).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  await ended
  expect(log).toEqual([expect.objectContaining({ level: 'error', message: 'broken' })])
  await worker.terminate()
})
