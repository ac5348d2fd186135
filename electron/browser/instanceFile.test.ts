import { createServer, type Server } from 'node:http'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { announceInstance, runningInstance, withdrawInstance } from './instanceFile'

let folder: string
let server: Server
let address: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-instance-'))
  server = createServer((request, response) => {
    response.writeHead(request.url === '/?token=right' ? 303 : 403, { Location: '/' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?token=right`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

describe('the instance file', () => {
  it('leads a second start to the door that answers, and is readable by its owner only', async () => {
    await announceInstance(folder, address)
    expect(await runningInstance(folder)).toBe(address)
    const [file = ''] = await readdir(folder)
    if (process.platform !== 'win32') expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
    await withdrawInstance(folder)
    expect(await readdir(folder)).toEqual([])
    expect(await runningInstance(folder)).toBeUndefined()
  })

  it('does not believe a file left by a crash, of another door, or nonsense', async () => {
    await announceInstance(folder, address.replace('right', 'wrong'))
    expect(await runningInstance(folder)).toBeUndefined()
    await announceInstance(folder, 'http://127.0.0.1:1/?token=right')
    expect(await runningInstance(folder)).toBeUndefined()
    await announceInstance(folder, 'http://evil.example/?token=right')
    expect(await runningInstance(folder)).toBeUndefined()
    await writeFile(join(folder, 'browser-door.json'), '[')
    expect(await runningInstance(folder)).toBeUndefined()
  })
})
