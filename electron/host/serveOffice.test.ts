import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectOffice, type LogEntry } from './connectOffice'
import { chromiumPrinter } from './chromiumPrinter'
import { forkReader } from './forkReader'
import type { DoorMessage, OfficeMessage } from './message'
import { serveOffice } from './serveOffice'

let folder: string
let channel: MessageChannel
let log: LogEntry[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-serve-'))
  channel = new MessageChannel()
  log = []
  const { port2 } = channel
  serveOffice(
    {
      post: (message: OfficeMessage) => port2.postMessage(message),
      listen: (listener: (message: DoorMessage) => void) => void port2.on('message', listener),
    },
    { startReader: forkReader, printer: chromiumPrinter },
  )
})

afterEach(() => {
  channel.port1.close()
  rmSync(folder, { recursive: true })
})

function connect(dataFolder: string): ReturnType<typeof connectOffice> {
  const { port1 } = channel
  return connectOffice(
    {
      post: (message) => port1.postMessage(message),
      listen: (listener) => void port1.on('message', listener),
    },
    { dataFolder, version: '9.8.7', demo: true },
    (entry) => log.push(entry),
  )
}

it('serves a real office over a real port: opens, answers, closes, opens again', async () => {
  for (let round = 1; round <= 2; round++) {
    const opened = await connect(folder)
    if (!opened.ok) throw new Error(opened.failure.code)
    expect(await opened.office.dispatch('office.status', {})).toMatchObject({
      ok: true,
      value: { version: '9.8.7', demo: true, dataFolder: folder, officeName: null },
    })
    expect(await opened.office.dispatch('no.such', {})).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    await opened.office.close()
    expect(await opened.office.dispatch('office.status', {})).toMatchObject({ ok: false })
  }
})

it('passes events on to the door', async () => {
  const opened = await connect(folder)
  if (!opened.ok) throw new Error(opened.failure.code)
  const events: unknown[] = []
  opened.office.onEvent((event) => events.push(event))
  const units = [{ name: '东山街道', kind: '街道', sortNo: 1 }]
  await opened.office.dispatch('office.setup', { regionName: '示范区', officeName: '工委', units })
  expect(events).toContainEqual(expect.objectContaining({ type: 'office.changed' }))
  await opened.office.close()
})

it('refuses with a value what cannot be opened', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await connect(join(file, 'below'))).toMatchObject({ ok: false, failure: { code: 'read-only' } })
})
