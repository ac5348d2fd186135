import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What finding depends on; tests pass their own. */
export interface ProgramScene {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists(path: string): boolean
}

const here: ProgramScene = { platform: process.platform, env: process.env, exists: existsSync }
const linuxNames = [
  'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge',
  // Browsers of domestic systems that are Chromium too.
  'uos-browser-stable', 'qaxbrowser-safe-stable', 'browser360-cn-stable',
]
const windowsPrograms = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']
const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A browser of the Chromium family: the one named by CHROMIUM, else where systems keep theirs; undefined without one. */
export function findChromium({ platform, env, exists }: ProgramScene = here): string | undefined {
  if (env.CHROMIUM !== undefined && env.CHROMIUM !== '') return exists(env.CHROMIUM) ? env.CHROMIUM : undefined
  return placesOf(platform, env).find(exists)
}

function placesOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES(X86)'], env.PROGRAMFILES, env.LOCALAPPDATA].flatMap((folder) => folder ?? [])
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  if (platform === 'darwin') return macPrograms
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter((folder) => folder.startsWith('/'))
  return [...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}
