import { extractAll, listPackage } from '@electron/asar'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficeSetup } from '../../shared/contract/office'
import { packApp } from './packApp'
import { startPackagedOffice } from './packagedOffice'
import { readFuses } from './stubElectron'

const root = join(import.meta.dirname, '..', '..')
const driverPrebuilds = 'node_modules/better-sqlite3-multiple-ciphers/prebuilds'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const electronVersion = manifest.devDependencies.electron ?? ''

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packaging-'))
  const programs = ['main.js', 'preload.cjs', 'officeProcess.js', 'readerProcess.js'].map((name) => `electron/${name}`)
  for (const part of [...programs, 'renderer/index.html']) {
    if (!existsSync(join(root, 'dist', part))) {
      throw new Error(`dist/${part} is missing: build first (npm test -- build), this test packs what was built`)
    }
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  { system: 'linux', arch: 'x64', program: 'double-coverage-ledger', driver: 'linux-x64.node' },
  { system: 'win', arch: 'arm64', program: '双覆盖台账.exe', driver: 'win32-arm64.node' },
] as const)('the program for $system $arch', ({ system, arch, program, driver }) => {
  let packed = ''
  let asar = ''
  /** Files in the archive, by their path with forward slashes; folders left out. */
  let files: string[] = []

  beforeAll(() => {
    packed = packApp(join(folder, system), system, arch, electronVersion)
    asar = join(packed, 'resources', 'app.asar')
    const entries = listPackage(asar, { isPack: false }).map((entry) => entry.replaceAll(sep, '/').slice(1))
    const parents = new Set(entries.map((entry) => entry.split('/').slice(0, -1).join('/')))
    files = entries.filter((entry) => !parents.has(entry))
    const megabytes = (statSync(asar).size / 1024 / 1024).toFixed(1)
    console.info(`${system} ${arch}: ${files.length} files, app.asar ${megabytes} MB`)
  }, 120_000)

  it('holds the entry points, the page and the sample district', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/electron/main.js',
        'dist/electron/preload.cjs',
        'dist/electron/officeProcess.js',
        'dist/electron/readerProcess.js',
        'dist/electron/fonts/noto-serif-sc-chinese-simplified-400-normal.woff2',
        'dist/electron/fonts/LICENSE',
        'dist/renderer/index.html',
        'resources/sample-district/expected.json',
      ]),
    )
    const workbooks = readdirSync(join(root, 'resources', 'sample-district'))
    for (const name of workbooks) expect(files).toContain(`resources/sample-district/${name}`)
  })

  it('holds nothing of the project besides', () => {
    const own = files.filter((file) => !file.startsWith('node_modules/'))
    const expected = /^(package\.json|dist\/renderer\/.+|dist\/electron\/.+\.c?js|dist\/electron\/fonts\/(?:LICENSE|noto-serif-sc-.+\.woff2)|resources\/sample-district\/.+)$/
    for (const file of own) expect(file).toMatch(expected)
    for (const door of ['browser', 'officeThread', 'readerChild', 'cli', 'bench', 'benchReader']) {
      expect(own).not.toContain(`dist/electron/${door}.js`)
    }
  })

  it('has one native module, for this system, outside the archive', () => {
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([`${driverPrebuilds}/${driver}`])
    const unpacked = `${asar}.unpacked`
    const outside = readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1))
    expect(outside).toEqual([join(...driverPrebuilds.split('/'), driver)])
  })

  it('has no sources, source maps, tests or documents of its packages', () => {
    const junk = files.filter(
      (file) =>
        /\.([mc]?ts|vue|map|tsbuildinfo|gypi?|cc|[ch]pp|c|h)$/.test(file) ||
        /\/(README|CHANGELOG|HISTORY)(\.[^/]*)?$/i.test(file) ||
        /\/(test|tests|__tests__|example|examples|docs)\//.test(file),
    )
    expect(junk).toEqual([])
  })

  it('has the packages it needs and none that only building needs', () => {
    const packages = new Set(files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]))
    for (const name of Object.keys(manifest.dependencies)) expect(packages).toContain(name)
    for (const name of Object.keys(manifest.devDependencies)) expect(packages).not.toContain(name)
  })

  it('keeps the licences of its packages and of Electron', () => {
    const licences = Object.keys(manifest.dependencies).flatMap((name) =>
      readdirSync(join(root, 'node_modules', name), { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^licen[cs]e/i.test(entry.name))
        .map((entry) => `node_modules/${name}/${entry.name}`),
    )
    expect(files).toEqual(expect.arrayContaining(licences))
    expect(licences.length).toBeGreaterThan(8)
    expect(existsSync(join(packed, 'LICENSE.electron.txt'))).toBe(true)
    expect(existsSync(join(packed, 'LICENSES.chromium.html'))).toBe(true)
  })

  it('has the fuses set', () => {
    expect(readFuses(join(packed, program))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserSnapshot: false,
      fileProtocolPrivileges: false,
    })
  })

  it('has only the languages it speaks', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })
})

it('has an icon for the window where the desktop asks for one', () => {
  expect(existsSync(join(folder, 'linux', 'release', 'linux-unpacked', 'resources', 'icon.png'))).toBe(true)
})

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'runs its office from the packed files alone: reads every kind of workbook, writes one',
  async () => {
    const app = join(folder, 'extracted')
    extractAll(join(folder, 'linux', 'release', 'linux-unpacked', 'resources', 'app.asar'), app)
    const sample = join(app, 'resources', 'sample-district')
    const { setup, files, enterprises } = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8')) as {
      setup: OfficeSetup
      files: Record<string, { unit: string }>
      enterprises: unknown[]
    }
    const { call, complaints, end } = await startPackagedOffice(app, join(folder, 'data'))
    try {
      await call('office.setup', setup)
      const units: Record<string, string> = {}
      for (const [name, { unit }] of Object.entries(files)) {
        const { fileId } = await call('import.read', { name, bytes: readFileSync(join(sample, name)) })
        units[fileId] = unit
      }
      const { planId } = await call('import.plan', { fileIds: Object.keys(units), units })
      const { totals } = await call('import.commit', { planId })
      expect(totals.add).toBe(enterprises.length)
      const { bytes } = await call('statistics.exportTable', { table: 'S1' })
      expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
      expect(complaints).toEqual([])
    } finally {
      await end()
    }
  },
  120_000,
)
