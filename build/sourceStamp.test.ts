import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourceStamp } from './sourceStamp.mjs'

let root: string
const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledger-stamp-'))
  put('electron/office/a.ts', 'a')
  put('renderer/main.ts', 'm')
  put('package.json', '{}')
})

afterEach(() => rmSync(root, { recursive: true }))

it('moves with every change of what the app is made of', () => {
  const seen = new Set([sourceStamp(root)])
  put('electron/office/a.ts', 'b')
  seen.add(sourceStamp(root))
  put('renderer/features/new.vue', 'n')
  seen.add(sourceStamp(root))
  put('package-lock.json', '{}')
  seen.add(sourceStamp(root))
  rmSync(join(root, 'renderer/main.ts'))
  seen.add(sourceStamp(root))
  expect(seen.size).toBe(5)
})

it('stays with time stamps, tests, samples and what lies elsewhere', () => {
  const before = sourceStamp(root)
  utimesSync(join(root, 'renderer/main.ts'), new Date(0), new Date(0))
  put('electron/office/a.test.ts', 't')
  put('electron/tsconfig.tsbuildinfo', 't')
  put('resources/sample-district/expected.json', '{}')
  put('docs/guide.md', 'g')
  expect(sourceStamp(root)).toBe(before)
})
