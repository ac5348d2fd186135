import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { runtime } from '../../build/paths.mjs'
import { dist } from '../../build/viteFolders.mjs'

export interface RunningDoor {
  /** With the token. */
  address: string
  port: number
  /** What it has printed so far, both streams. */
  printed(): string
  stop(): Promise<number | null>
}

/** Starts the built browser door, without opening a browser, and waits for its address. */
export async function startBrowserDoor(args: string[]): Promise<RunningDoor> {
  const door = runDoor(args)
  const address = await door.firstAddress
  return {
    address,
    port: Number(new URL(address).port),
    printed: door.printed,
    async stop() {
      door.child.kill('SIGTERM')
      return await door.ended
    },
  }
}

/** Runs it to its end, for starts that refuse. */
export async function runDoorToEnd(args: string[]): Promise<{ code: number | null; printed: string }> {
  const door = runDoor(args)
  door.firstAddress.catch(() => undefined)
  const code = await door.ended
  return { code, printed: door.printed() }
}

function runDoor(args: string[]): {
  child: ChildProcess
  printed(): string
  ended: Promise<number | null>
  firstAddress: Promise<string>
} {
  const child = spawn(runtime, [join(dist, 'electron', 'browser.js'), '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const firstAddress = new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      text += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(text)?.[0]
      if (address) resolve(address)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    void ended.then((code) => reject(new Error(`the door ended with code ${code}:\n${text}`)))
  })
  return { child, printed: () => text, ended, firstAddress }
}
