import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './app'
import { runDoorToEnd, startBrowserDoor } from './browserDoor'

const folderOf = (name = 'data'): string => test.info().outputPath(name)

test('the sample district is there at once, and its folder is gone afterwards', async () => {
  const door = await startBrowserDoor(['--demo'])
  const { origin } = new URL(door.address)
  const entered = await fetch(door.address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answer = await fetch(`${origin}/call/office.status`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: '{}',
  })
  const reply = (await answer.json()) as { value: { dataFolder: string } }
  expect(reply).toMatchObject({ ok: true, value: { units: 12, enterprises: 240, demo: true } })
  expect((await stat(reply.value.dataFolder)).isDirectory()).toBe(true)
  expect(await door.stop()).toBe(0)
  await expect(stat(reply.value.dataFolder)).rejects.toThrow('ENOENT')
})

test('a second start on the same folder leads to the first', async () => {
  const door = await startBrowserDoor(['--data', folderOf()])
  const second = await runDoorToEnd(['--data', folderOf()])
  expect(second.code).toBe(0)
  expect(second.printed).toContain(door.address)
  expect(await door.stop()).toBe(0)
  expect(door.printed()).toContain('数据已保存')
  // Nothing is left that would lead astray, and the folder opens again.
  const third = await startBrowserDoor(['--data', folderOf()])
  expect(third.address).not.toBe(door.address)
  expect(await third.stop()).toBe(0)
})

test('records of a killed door are there on the next start', async () => {
  const folder = folderOf()
  const door = await startBrowserDoor(['--data', folder])
  const note = join(folder, 'browser-door.json')
  process.kill((JSON.parse(await readFile(note, 'utf8')) as { pid: number }).pid, 'SIGKILL')
  await door.stop()
  const next = await startBrowserDoor(['--data', folder])
  expect(await next.stop()).toBe(0)
})

test('refusals are one sentence, without a stack, with code 3', async () => {
  const blocked = folderOf('blocked')
  await writeFile(blocked, 'a file where a folder should be')
  const unbuilt = folderOf('unbuilt')
  await mkdir(unbuilt)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  for (const args of [
    ['--data', blocked],
    ['--data', folderOf('a'), '--renderer', unbuilt],
    ['--data', folderOf('b'), '--port', String(port)],
  ]) {
    const { code, printed } = await runDoorToEnd(args)
    expect(code, printed).toBe(3)
    expect(printed.trim()).toMatch(/^[\u4e00-\u9fff][^\n]*。$/)
    expect(printed).not.toMatch(/Error|\n\s+at /)
  }
  server.close()
})

test('a damaged ledger opens on what can be done about it, and the terminal says so', async () => {
  const damaged = folderOf('damaged')
  await (await startBrowserDoor(['--data', damaged])).stop()
  await writeFile(join(damaged, 'ledger.sqlite'), 'nonsense '.repeat(2000))
  const door = await startBrowserDoor(['--data', damaged])
  expect(door.printed()).toMatch(/已损坏/)
  expect(door.printed()).toMatch(/用备份恢复、抢救或退出/)
  expect(await door.stop()).toBe(0)
  expect(await readFile(join(damaged, 'ledger.sqlite'), 'utf8')).toMatch(/^nonsense/)
})

test('a folder that cannot be written is refused (skipped for root, who may write everywhere)', async () => {
  test.skip(process.getuid?.() === 0, 'root may write everywhere')
  const folder = folderOf()
  await mkdir(folder)
  await chmod(folder, 0o500)
  const { code, printed } = await runDoorToEnd(['--data', folder])
  expect(code).toBe(3)
  expect(printed).toMatch(/不能写入/)
})

test('wrong options are explained with code 2', async () => {
  expect(await runDoorToEnd(['--prot', '80'])).toMatchObject({ code: 2, printed: expect.stringContaining('用法') })
  expect(await runDoorToEnd(['--demo', '--data', 'x'])).toMatchObject({ code: 2 })
})
