import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { cache, packageScript } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { say } from './stop.mjs'

const downloadSeconds = 60
const home = packageScript('electron', '')

/** @typedef {{ program: string } | { missing: string }} ElectronOutcome where it is, or why there is none, in words */

/**
 * The Electron binary: the one that lies there, else the one that can be had within a minute from where
 * ELECTRON_MIRROR (or GitHub) points.
 * @returns {Promise<ElectronOutcome>}
 */
export async function obtainElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { missing: '没有图形桌面，不能使用 Electron' }
  }
  const present = presentElectron()
  if (present) return runnable(present)
  if (!(await mirrorAnswers())) return { missing: '没有 Electron 程序，也连不上它的下载地址（可设置 ELECTRON_MIRROR）' }
  say(`正在下载 Electron（约 110 MB，最多等 ${downloadSeconds} 秒）……`)
  mkdirSync(cache, { recursive: true })
  await runWithRuntime(join(home, 'install.js'), [], {
    output: { log: join(cache, 'electron-install.log') },
    timeout: downloadSeconds * 1000,
  })
  const fetched = presentElectron()
  return fetched ? runnable(fetched) : { missing: 'Electron 没有在限定时间内下载完成（可设置 ELECTRON_MIRROR）' }
}

/** The same places Electron's own index.js looks in, without its download. */
export function presentElectron() {
  try {
    const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
    const folder = override ?? join(home, 'dist')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    if (!override && readFileSync(join(folder, 'version'), 'utf8').replace(/^v/, '') !== version) return undefined
    const program = join(folder, programName())
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

function programName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/**
 * A binary may lie there and lack the system's libraries.
 * @param {string} program
 * @returns {ElectronOutcome}
 */
function runnable(program) {
  const answer = spawnSync(program, ['--version', ...sandboxArgs()], {
    encoding: 'utf8',
    timeout: 15_000,
    windowsHide: true,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  })
  return answer.status === 0 ? { program } : { missing: 'Electron 程序不能在本机运行（可能缺少系统组件）' }
}

/** Chromium refuses to run with its sandbox as root; everybody else keeps it. */
export function sandboxArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Asks first, so that a closed network costs seconds and not the whole waiting time. */
async function mirrorAnswers() {
  const { env } = process
  const mirror =
    env.npm_config_electron_mirror ??
    env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/'
  // Node 18's fetch knows no proxy: with one, only the download itself can tell.
  if (env.HTTPS_PROXY || env.https_proxy || env.npm_config_https_proxy || env.npm_config_proxy) return true
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
