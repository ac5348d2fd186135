import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder, and what the scripts need to know inside it. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const modules = join(root, 'node_modules')
export const dist = join(root, 'dist')
/** Logs, locks and reports of these scripts; ignored by git. */
export const cache = join(root, '.cache')

/** The Node 24 the packages bring along: the one runtime everything of the project runs with. */
export const runtime = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The script file behind a package's command, to be run with `runtime`: the shims in node_modules/.bin would pick
 * whatever Node comes first on PATH, and are batch files on Windows.
 * @param {string} name package name
 * @param {string} file path inside the package
 */
export function packageScript(name, file) {
  return join(modules, ...name.split('/'), file)
}

/**
 * The folder the person stood in when typing `npm run …`; npm itself moves to the project folder.
 * @param {string} event the npm script's name
 */
export function callerFolder(event) {
  const { INIT_CWD: caller, npm_lifecycle_event: running } = process.env
  return caller && running === event && existsSync(caller) ? caller : process.cwd()
}
