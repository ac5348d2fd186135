import { spawn } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { dirname, delimiter } from 'node:path'
import { root, runtime } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to the environment
 * @property {'inherit' | { log: string }} [output] where both streams go
 * @property {number} [timeout] milliseconds after which the child is ended
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end. A missing program is an ordinary result with code 127. Ctrl+C and an end signal are the
 * child's to answer, so that it can close its files.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null, timedOut: boolean }>}
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = {}, output = 'inherit', timeout, shell = false } = options
  const log = typeof output === 'object' ? openSync(output.log, 'a') : undefined
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = log === undefined ? 'inherit' : ['ignore', log, log]
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, shell })
    let timedOut = false
    const clock = timeout
      ? setTimeout(() => {
          timedOut = true
          child.kill()
        }, timeout)
      : undefined
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal)
    // A terminal sends Ctrl+C to the whole group; without one it reaches only this process.
    const interrupt = () => {
      if (!process.stdin.isTTY) child.kill('SIGINT')
    }
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    /** @param {number} code @param {NodeJS.Signals | null} signal */
    const finish = (code, signal) => {
      clearTimeout(clock)
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', pass)
      process.off('SIGHUP', pass)
      if (log !== undefined) closeSync(log)
      resolve({ code, signal, timedOut })
    }
    child.once('error', () => finish(127, null))
    child.once('exit', (code, signal) => finish(code ?? 1, signal))
  })
}

/**
 * Runs a script with the project's own Node 24, which also comes first on PATH for whatever the script starts.
 * @param {string} script
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runWithRuntime(script, args, options = {}) {
  const path = `${dirname(runtime)}${delimiter}${process.env.PATH ?? ''}`
  return run(runtime, [script, ...args], { ...options, env: { PATH: path, ...options.env } })
}
