import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplesFolder } from '../../electron/office/testing/samplesFolder'
import expected from '../../resources/sample-district/expected.json'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'dist/electron/cli.js')
export const sample = join(root, 'resources/sample-district')
/** The workbooks of the sample district. */
export const files = Object.keys(expected.files).map((name) => join(sample, name))

export interface Ran {
  code: number
  out: string
  err: string
}

/** The built command line, each command in a process of its own, as a script would call it. */
export interface CommandLine {
  /** Where the commands are typed. */
  folder: string
  dataFolder: string
  office(...args: string[]): Promise<Ran>
  officeWith(env: Record<string, string>, ...args: string[]): Promise<Ran>
  /** With `input` typed. */
  officeTold(input: string, ...args: string[]): Promise<Ran>
  /** On the data folder, with an answer for programs. */
  inDistrict(...args: string[]): Promise<Ran>
  remove(): void
}

/** On a data folder that is not there yet. */
export function openCommandLine(): CommandLine {
  if (!existsSync(script)) throw new Error('dist/ is not built: node build/build.mjs or npm test')
  const folder = mkdtempSync(join(tmpdir(), 'ledger-cli-'))
  const dataFolder = join(folder, '数据')
  const run = (args: string[], { env = {}, input }: { env?: Record<string, string>; input?: string } = {}): Promise<Ran> =>
    new Promise((resolve) => {
      const options = { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, ...env, INIT_CWD: folder } }
      const child = execFile(process.execPath, [script, ...args], options, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
      if (input !== undefined) child.stdin?.end(input)
    })
  return {
    folder,
    dataFolder,
    office: (...args) => run(args),
    officeWith: (env, ...args) => run(args, { env }),
    officeTold: (input, ...args) => run(args, { input }),
    inDistrict: (...args) => run([...args, '--data', dataFolder, '--json']),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** On the enterprises of the sample district: set up and imported by the first test file of the run that asks. */
export async function openDistrict(): Promise<CommandLine> {
  const kept = join(samplesFolder(), 'by-command-line')
  const line = openCommandLine()
  if (!existsSync(kept)) await keepDistrict(kept)
  cpSync(kept, line.dataFolder, { recursive: true })
  return line
}

async function keepDistrict(kept: string): Promise<void> {
  const line = openCommandLine()
  for (const args of [['setup', join(sample, 'expected.json')], ['import', ...files, '--commit', '--operator', '测试']]) {
    const { code, out, err } = await line.inDistrict(...args)
    // 1: done, and there were problems to tell.
    if (code > 1) throw new Error(`${args[0]}: ${out}${err}`)
  }
  try {
    renameSync(line.dataFolder, kept)
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(kept)) throw error
  }
  line.remove()
}
