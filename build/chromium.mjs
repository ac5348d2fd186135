import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A Chromium that end-to-end tests can drive: the one named by CHROMIUM, else where systems keep theirs. Undefined
 * when there is none.
 */
export function findChromium() {
  const { CHROMIUM, PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env
  const x86 = process.env['PROGRAMFILES(X86)'] ?? ''
  const usual = {
    win32: [
      join(PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
      join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
      join(x86, 'Microsoft/Edge/Application/msedge.exe'),
      join(PROGRAMFILES, 'Microsoft/Edge/Application/msedge.exe'),
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  }
  const places = usual[/** @type {keyof typeof usual} */ (process.platform)] ?? usual.linux
  return [CHROMIUM, ...places].find((path) => path && existsSync(path))
}
