import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import util from 'node:util'
import { withLock } from './lock.mjs'
import { cache, dist, packageScript, root } from './paths.mjs'
import { runWithRuntime } from './run.mjs'
import { sourceStamp } from './sourceStamp.mjs'
import { say, Stop } from './stop.mjs'

const configs = ['renderer', 'node', 'preload']
const stampName = '.stamp'

/** Builds dist/ when it is missing or made of other sources. The old one stays in place until the new one is whole. */
export async function ensureBuilt() {
  if (isFresh()) return
  await withLock(join(cache, 'build.lock'), '另一个窗口正在构建，等待其完成……', async () => {
    if (isFresh()) return
    say('正在构建界面与程序……')
    // Taken before the build: a file saved meanwhile makes the result stale, not silently current.
    const stamp = sourceStamp(root)
    const fresh = join(cache, `build-${process.pid}`)
    const log = join(cache, 'build.log')
    rmSync(log, { force: true })
    try {
      for (const name of configs) {
        const config = join('build', `vite.${name}.config.ts`)
        const { code } = await runWithRuntime(
          packageScript('vite', 'bin/vite.js'),
          ['build', '--config', config, '--logLevel', 'warn'],
          { output: { log }, env: { LEDGER_DIST: fresh, NODE_ENV: 'production', NO_COLOR: '1' } },
        )
        if (code !== 0) throw new Stop(`构建失败（${name}）：\n${lastWords(log)}\n完整输出见 ${log}`)
      }
      writeFileSync(join(fresh, stampName), stamp)
      await swap(fresh)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })
}

function isFresh() {
  const file = join(dist, stampName)
  return existsSync(file) && readFileSync(file, 'utf8') === sourceStamp(root)
}

/** @param {string} fresh the whole new dist */
async function swap(fresh) {
  const old = join(cache, `old-${process.pid}`)
  try {
    if (existsSync(dist)) await renamePatiently(dist, old)
    await renamePatiently(fresh, dist)
  } catch {
    throw new Stop('无法替换 dist 文件夹：有文件正被占用。请关闭正在运行的台账窗口后重试。')
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

/**
 * Virus scanners on Windows hold new files for moments.
 * @param {string} from
 * @param {string} to
 */
async function renamePatiently(from, to) {
  for (let attempt = 1; ; attempt++) {
    try {
      mkdirSync(join(to, '..'), { recursive: true })
      return renameSync(from, to)
    } catch (error) {
      if (attempt === 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

/**
 * What the builder said last, without its stack.
 * @param {string} log
 */
function lastWords(log) {
  const lines = util.stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd().split('\n')
  return lines.filter((line) => !/^\s+at |^\s*errors: \[|^}$/.test(line)).slice(-15).join('\n')
}
