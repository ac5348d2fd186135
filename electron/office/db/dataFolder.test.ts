import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { failureSentence } from '../../../shared/text/failureSentence'
import { OfficeError } from '../officeError'
import { prepareDataFolder } from './dataFolder'
import * as place from './folderPlace'

vi.mock('./folderPlace', { spy: true })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('refuses a folder of another machine with words, before anything is written to it', () => {
  vi.mocked(place.folderPlace).mockReturnValueOnce('network')
  let refusal: unknown
  try {
    prepareDataFolder(folder)
  } catch (error) {
    refusal = error
  }
  if (!(refusal instanceof OfficeError)) throw new Error('it was taken')
  expect(refusal).toMatchObject({ code: 'read-only', details: { folder, reason: 'network-drive' } })
  expect(failureSentence(refusal.toFailure())).toContain('请把整个文件夹复制到本机硬盘')
  expect(readdirSync(folder)).toEqual([])
})

it.each(['local', 'removable'] as const)('takes one that is %s', (where) => {
  vi.mocked(place.folderPlace).mockReturnValueOnce(where)
  expect(() => prepareDataFolder(folder)).not.toThrow()
})
