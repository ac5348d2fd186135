import { fork } from 'node:child_process'
import { extname, join } from 'node:path'
import type { ReaderPort } from '../office/ports'
import { keepLastWords } from './lastWords'
import { readerOptions } from './readerOptions'

/** Beside this file: built, or as source in tests. */
const readerScript = join(import.meta.dirname, `readerChild${extname(import.meta.filename)}`)

export interface ReaderProgram {
  /** What its Node is told. */
  options?: readonly string[]
  script?: string
  args?: readonly string[]
}

/** Starts a reader as a child process, where the host is plain Node. */
export function forkReader(program: ReaderProgram = {}): ReaderPort {
  const { options = readerOptions, script = readerScript, args = [] } = program
  const child = fork(script, args, {
    // A debugger's port is taken by the parent.
    execArgv: [...process.execArgv.filter((option) => !option.startsWith('--inspect')), ...options],
    // Bytes and cells as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  })
  const lastWords = keepLastWords(child.stderr)
  // A message to a child that has just ended fails; the end itself is what counts.
  child.on('error', () => undefined)
  return {
    post: (message) => void child.send(message as object, () => undefined),
    listen: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('close', () => listener(lastWords())),
    kill: () => void child.kill('SIGKILL'),
  }
}
