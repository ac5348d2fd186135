import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { desktopText } from './desktopText'

/** Where this start keeps its things. Absolute paths; none of them need exist yet. */
export interface Folders {
  /** The data folder. Undefined for `--demo`, which makes a throw-away folder once it is the only instance. */
  records: string | undefined
  /** What Chromium and the window remember. One per data folder, since the single-instance lock lives in it. */
  profile: string
}

export interface Surroundings {
  argv: readonly string[]
  currentFolder: string
  /** Folder of the executable (of the AppImage file, not of its mount). */
  executableFolder: string
  /** Folder for the settings of all programs of this user. */
  settingsFolder: string
  /** The data folder every door uses unless told otherwise. */
  defaultFolder: string
}

const profileName = 'double-coverage-ledger'
/** Laid beside the executable by whoever wants the records on the same stick. */
const portableFlag = 'portable.flag'

/** `--data FOLDER`, `--demo`, a portable flag, or the default, in this order; or the sentence of what is wrong. */
export function chooseFolders(around: Surroundings): { ok: true; folders: Folders } | { ok: false; sentence: string } {
  const asked = askedFolder(around.argv)
  const isDemo = around.argv.includes('--demo')
  if (asked === '') return { ok: false, sentence: desktopText.options.missingFolder }
  if (asked !== undefined && isDemo) return { ok: false, sentence: desktopText.options.demoWithData }

  const profile = join(around.settingsFolder, profileName)
  if (isDemo) return { ok: true, folders: { records: undefined, profile: join(profile, 'demo') } }
  if (asked !== undefined) {
    const records = resolve(around.currentFolder, asked)
    const name = createHash('sha256').update(records).digest('hex').slice(0, 16)
    return { ok: true, folders: { records, profile: join(profile, name) } }
  }
  if (existsSync(join(around.executableFolder, portableFlag))) {
    const folder = around.executableFolder
    return { ok: true, folders: { records: join(folder, 'data'), profile: join(folder, 'profile') } }
  }
  return { ok: true, folders: { records: around.defaultFolder, profile: join(profile, 'default') } }
}

/** The value of `--data`, `''` when it is missing, undefined without the option. */
function askedFolder(argv: readonly string[]): string | undefined {
  const joined = argv.find((arg) => arg.startsWith('--data='))
  if (joined !== undefined) return joined.slice('--data='.length)
  const at = argv.indexOf('--data')
  if (at < 0) return undefined
  const value = argv[at + 1] ?? ''
  return value.startsWith('--') ? '' : value
}
