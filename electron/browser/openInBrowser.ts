import { spawn } from 'node:child_process'

/** Opens the default browser where this session has one; the printed address remains for every other case. */
export function openInBrowser(address: string): void {
  const opener = openerOf(process.platform, process.env)
  if (!opener) return
  const [program, ...args] = opener
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}

/** Program and leading arguments, or undefined on a Linux without a desktop session. */
export function openerOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): [string, ...string[]] | undefined {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (platform === 'darwin') return ['open']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}
