import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { withLock } from './lock.mjs'
import { cache, modules, root, runtime } from './paths.mjs'
import { run } from './run.mjs'
import { say, Stop } from './stop.mjs'

/** Whatever a computer's npm settings say: all packages, their install scripts, and a log that can be read. */
const npmOptions = [
  '--include=dev',
  '--include=optional',
  '--ignore-scripts=false',
  '--loglevel=notice',
  '--no-audit',
  '--no-fund',
]

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

const log = join(cache, 'npm-ci.log')
/** Says that the second pass below has been tried on this node_modules. */
const secondPass = join(modules, '.second-pass')

/** Installs the packages when node_modules is missing, belongs to another lock file or to another kind of computer. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock(join(cache, 'install.lock'), '另一个窗口正在安装依赖包，等待其完成……', async () => {
    if (isInstalled()) return
    say('正在安装依赖包（首次需要几分钟，请保持联网）……')
    mkdirSync(cache, { recursive: true })
    rmSync(log, { force: true })
    await npm(process.execPath, 'ci')
    if (!runtimeAnswers()) throw new Stop(`依赖包安装不完整：缺少项目自带的 Node.js。详情见 ${log}`)
    // An older Node leaves out, without a word, the native parts that ask for a newer one: ask again with ours.
    if (lacksNative()) {
      await npm(runtime, 'install', '--no-save')
      writeFileSync(secondPass, '')
    }
  })
}

/**
 * @param {string} node the Node that npm runs with
 * @param {string[]} command
 */
async function npm(node, ...command) {
  const { program, args, shell } = npmCommand(node)
  const env = { PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const { code } = await run(program, [...args, ...command, ...npmOptions], { output: { log }, shell, env })
  if (code !== 0) throw new Stop(installFailure(code, existsSync(log) ? readFileSync(log, 'utf8') : ''))
}

function isInstalled() {
  try {
    const { wanted, present } = lockfiles()
    return isInStep(wanted, present) && runtimeAnswers() && (!lacksNative() || existsSync(secondPass))
  } catch {
    return false
  }
}

function lacksNative() {
  const { wanted, present } = lockfiles()
  return nativeMissing(wanted, present, process).length > 0
}

/**
 * What is to be there, and npm's record of what it put there, which it writes last.
 * @returns {{ wanted: Lockfile, present: Lockfile }}
 */
function lockfiles() {
  return {
    wanted: JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
    present: JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')),
  }
}

/**
 * Does npm's record of what it installed agree with the lock file? Optional packages may be absent.
 * @param {Lockfile} wanted
 * @param {Lockfile} present
 */
export function isInStep(wanted, present) {
  const have = present.packages ?? {}
  return Object.entries(wanted.packages ?? {}).every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = have[path]
    return found ? found.version === version : optional === true
  })
}

/**
 * Optional packages made for this very system that are not there.
 * @param {Lockfile} wanted
 * @param {Lockfile} present
 * @param {{ platform: string, arch: string }} here
 */
export function nativeMissing(wanted, present, { platform, arch }) {
  const have = present.packages ?? {}
  return Object.entries(wanted.packages ?? {})
    .filter(([, { optional, os, cpu }]) => optional && os?.includes(platform) && cpu?.includes(arch))
    .filter(([, { libc }]) => !libc || libc.includes(isMusl() ? 'musl' : 'glibc'))
    .map(([path]) => path)
    .filter((path) => !have[path])
}

function isMusl() {
  return existsSync('/etc/alpine-release')
}

/** A node_modules copied from another system has the packages but not a Node that runs here. */
function runtimeAnswers() {
  const answer = spawnSync(runtime, ['--version'], { encoding: 'utf8', timeout: 20_000, windowsHide: true })
  return answer.status === 0 && /^v(2[4-9]|[3-9]\d)\./.test(answer.stdout)
}

/** @param {string} node */
function npmCommand(node) {
  const beside = process.env.npm_execpath
  if (beside && /npm-cli\.js$/.test(beside)) return { program: node, args: [beside], shell: false }
  const shipped = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(shipped)) return { program: node, args: [shipped], shell: false }
  return { program: 'npm', args: [], shell: process.platform === 'win32' }
}

/**
 * @param {number} code exit code of npm
 * @param {string} log what npm printed
 */
export function installFailure(code, log) {
  const where = '详情见 .cache/npm-ci.log。'
  if (code === 127) return '找不到 npm，无法安装依赖包。请重新安装 Node.js（自带 npm）后再试。'
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(log)) {
    return `依赖包没有装成：连不上软件包仓库。请检查网络或代理（国内可先设置 npm 镜像：npm config set registry 镜像地址），然后重新运行。${where}`
  }
  if (/ENOSPC/.test(log)) return `依赖包没有装成：磁盘空间不足，请腾出约 2 GB 后重新运行。${where}`
  if (/EACCES|EPERM|EBUSY/.test(log)) {
    return `依赖包没有装成：文件夹不可写，或有文件正被占用。请关闭正在运行的台账和编辑器，确认对项目文件夹有写权限，然后重新运行。${where}`
  }
  if (/EUSAGE/.test(log)) {
    return `依赖包没有装成：package.json 与 package-lock.json 不一致，请取回这两个文件的同一版本后重新运行。${where}`
  }
  if (/EINTEGRITY/.test(log)) return `依赖包没有装成：下载的包与记录不符，可能被网络设备改动。请更换网络或镜像后重试。${where}`
  return `依赖包没有装成（npm 退出码 ${code}）。${where}`
}
