import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * Another process with the ledger of a folder open, which adds one setting after another and says each key once it is
 * saved.
 */
export interface OtherOffice {
  /** Keys whose save was acknowledged so far. */
  saved: string[]
  /** kill -9 */
  kill(): Promise<void>
}

const script = `
  const { runnerImport } = await import('vite')
  const load = async (file) => (await runnerImport(file, { logLevel: 'silent' })).module
  const { openAndSave } = await load(process.argv[1])
  await openAndSave(process.argv[2], (line) => process.stdout.write(line + '\\n'))
`

/** Resolves after the first acknowledged save; rejects with what the process said when it could not open. */
export function startOtherOffice(folder: string): Promise<OtherOffice> {
  const saver = fileURLToPath(new URL('./openAndSave.ts', import.meta.url))
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, saver, folder], {
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const saved: string[] = []
  return new Promise((resolve, reject) => {
    let complaint = ''
    child.stderr.on('data', (text) => {
      complaint += String(text)
    })
    child.once('exit', () => reject(new Error(complaint)))
    createInterface(child.stdout).on('line', (key) => {
      saved.push(key)
      resolve({ saved, kill: () => kill(child) })
    })
  })
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}
