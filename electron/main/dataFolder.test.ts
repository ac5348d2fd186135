import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chooseFolders } from './dataFolder'

let executableFolder = ''

beforeEach(() => {
  executableFolder = mkdtempSync(join(tmpdir(), 'executable-'))
})
afterEach(() => rmSync(executableFolder, { recursive: true, force: true }))

const chosen = (...argv: string[]) =>
  chooseFolders({
    argv: ['/opt/ledger', ...argv],
    currentFolder: '/home/someone',
    executableFolder,
    settingsFolder: '/home/someone/.config',
    defaultFolder: '/home/someone/.local/share/双覆盖台账',
  })

function foldersOf(...argv: string[]) {
  const choice = chosen(...argv)
  if (!choice.ok) throw new Error(choice.sentence)
  return choice.folders
}

it('uses the folder of every door by default, and keeps what Chromium writes apart', () => {
  expect(foldersOf()).toEqual({
    records: '/home/someone/.local/share/双覆盖台账',
    profile: '/home/someone/.config/double-coverage-ledger/default',
  })
})

it('takes --data in both spellings, from the current folder on', () => {
  const asked = foldersOf('--data', '台账')
  expect(asked.records).toBe('/home/someone/台账')
  expect(foldersOf('--data=台账')).toEqual(asked)
})

it('gives every data folder a profile, and so a single-instance lock, of its own', () => {
  const profiles = [foldersOf(), foldersOf('--data', '/a'), foldersOf('--data', '/b'), foldersOf('--demo')]
  expect(new Set(profiles.map(({ profile }) => profile)).size).toBe(4)
  expect(foldersOf('--data', '/a/').profile).toBe(foldersOf('--data=/x/../a').profile)
})

it('leaves the folder of a demo open', () => {
  expect(foldersOf('--demo').records).toBeUndefined()
})

it('stays beside the executable when the portable flag lies there', () => {
  writeFileSync(join(executableFolder, 'portable.flag'), '')
  expect(foldersOf()).toEqual({
    records: join(executableFolder, 'data'),
    profile: join(executableFolder, 'profile'),
  })
  expect(foldersOf('--data', '/a').records).toBe('/a')
})

it.each([[['--data']], [['--data=']], [['--data', '--demo']], [['--data', '/a', '--demo']]])(
  'says what is wrong with %j',
  (argv) => {
    const choice = chosen(...argv)
    expect(choice.ok).toBe(false)
    expect(choice).toMatchObject({ sentence: expect.stringMatching(/--data.*。$/) as unknown })
  },
)
