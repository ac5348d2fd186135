import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { say } from './stop.mjs'

const beat = 2_000
const silence = 60_000

/**
 * Runs `body` while no other process on this computer runs one under the same lock file. A lock is taken over when
 * its owner is gone, or has given no sign for a minute: in containers a number is soon given to another process.
 * @template T
 * @param {string} file
 * @param {string} waiting sentence shown once when somebody else is at it
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(file, waiting, body) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    if (!told) say(waiting)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const sign = setInterval(() => utimesSync(file, new Date(), new Date()), beat)
  try {
    return await body()
  } finally {
    clearInterval(sign)
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silence) return true
    const owner = Number(readFileSync(file, 'utf8'))
    // Between creation and writing the number is still missing.
    if (owner) process.kill(owner, 0)
    return false
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}
