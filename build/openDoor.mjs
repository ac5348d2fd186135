import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { dist, runtime } from './paths.mjs'
import { Stop } from './stop.mjs'

/**
 * Starts the built browser door without opening a browser.
 * @param {string[]} args
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} the address it prints, with the token
 */
export async function openDoor(args) {
  const door = spawn(runtime, [join(dist, 'electron', 'browser.js'), '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => door.once('close', resolve))
  let text = ''
  const address = await new Promise((resolve, reject) => {
    door.stdout.on('data', (part) => {
      text += part
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(text)?.[0]
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Stop(`台账没有启动：${text}`)))
  })
  return {
    address: String(address),
    async close() {
      door.kill('SIGTERM')
      await ended
    },
  }
}
