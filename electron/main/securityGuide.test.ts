import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './appProtocol'

/** The points of Electron's security guide that show in the sources, not in a call; the others stand beside their code (docs/security.md). */
const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const sources = ['electron/main', 'electron/preload'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /(?<![.]test)[.]ts$/.test(name))
    .map((name) => ({ name, text: withoutComments(read(`${folder}/${name}`)) })),
)

describe('the sources of the desktop door', () => {
  it.each([
    ['show content of another place', /https?:\/\/|loadFile|file:\/\//],
    ['open addresses outside', /openExternal/],
    ['run text as code in the page', /executeJavaScript|insertCSS|eval\(|new Function/],
    ['switch a protection off', /webSecurity: false|contextIsolation: false|sandbox: false|nodeIntegration\w*: true|webviewTag: true|allowRunningInsecureContent: true|no-sandbox|disable-web-security|ignore-certificate/],
    ['switch features on that are not ready', /experimentalFeatures|enableBlinkFeatures|enable-blink-features|enable-features/],
    ['open a debugger', /remote-debugging|inspect-brk|openDevTools/],
    ['fetch updates or report crashes', /autoUpdater|crashReporter|setFeedURL/],
  ])('do not %s', (_what, pattern) => {
    expect(sources.length).toBeGreaterThan(20)
    for (const { name, text } of sources) expect(text.match(pattern)?.[0], name).toBeUndefined()
  })
})

it('pins one version of Electron, whose types are the ones compiled against', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  const installed = JSON.parse(read('node_modules/electron/package.json')) as { version: string }
  expect(installed.version).toBe(devDependencies.electron)
})

it('sets every fuse of the release; tests/packaging reads them back from the packed program', () => {
  const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(read('electron-builder.yml')) ?? []
  expect(Object.fromEntries(block.trim().split('\n').map((line) => line.trim().split(': ')))).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    enableCookieEncryption: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  })
})

it('has a policy that runs the program’s own scripts and asks no other place', () => {
  expect(contentSecurityPolicy).toContain("default-src 'self'")
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/)
  expect(read('renderer/index.html')).not.toMatch(/https?:|<script(?![^>]*\ssrc="\.)/)
})

it('docs/security.md names tests there are', () => {
  const named = [...read('docs/security.md').matchAll(/\*([^*|]+)\* in `([^`]+)`/g)]
  expect(named.length).toBeGreaterThan(50)
  for (const [, title = '', file = ''] of named) expect(read(file), `${file}: ${title}`).toContain(title)
})
