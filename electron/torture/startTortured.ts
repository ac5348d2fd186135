import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Said } from './message'

export interface Tortured {
  /** What it said first, or null when it ended before. */
  opened: Promise<Extract<Said, { type: 'opened' }> | null>
  go(): void
  /** Resolves when it has begun so many works, or is gone. */
  begun(works: number): Promise<void>
  kill(): void
  /** Everything it said, once it is gone; rejects when it ended by itself. */
  gone: Promise<Said[]>
}

/** The office in a process of its own, beside this file once built. */
export function startTortured(dataFolder: string, seed: number): Tortured {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'tortured.js'), dataFolder, String(seed)], { stdio: 'pipe' })
  const said: Said[] = []
  let complaint = ''
  let isKilled = false
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  child.stdin.on('error', () => undefined)
  const lines = createInterface(child.stdout)
  let begun = 0
  const waiting: { works: number; resolve(): void }[] = []
  const release = (all = false): void => {
    for (const { works, resolve } of waiting) if (all || begun >= works) resolve()
  }
  const opened = new Promise<Extract<Said, { type: 'opened' }> | null>((resolve) => {
    lines.on('line', (line) => {
      const message = readLine(line)
      if (!message) return
      said.push(message)
      if (message.type === 'opened') resolve(message)
      if (message.type === 'begin') begun++
      release()
    })
    child.once('close', () => {
      resolve(null)
      release(true)
    })
  })
  const gone = new Promise<Said[]>((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (isKilled && signal === 'SIGKILL') resolve(said)
      else reject(new Error(`the office ended by itself with ${code ?? signal}: ${complaint}`))
    })
  })
  // Whoever waits for something else first hears of it later.
  gone.catch(() => undefined)
  return {
    opened,
    gone,
    go: () => void child.stdin.write('go\n'),
    begun: (works) =>
      new Promise((resolve) => {
        waiting.push({ works, resolve })
        release()
      }),
    kill() {
      isKilled = true
      child.kill('SIGKILL')
    },
  }
}

/** The last line may have been cut by the end of the process. */
function readLine(line: string): Said | null {
  try {
    return JSON.parse(line) as Said
  } catch {
    return null
  }
}
