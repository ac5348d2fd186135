import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as fs from 'node:fs'
import { folderPlace } from './folderPlace'

vi.mock('node:fs', { spy: true })

let base = ''
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'place-')))
  mkdirSync(join(base, '共享 盘', '台账'), { recursive: true })
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const mounts = (type: string): string =>
  ['/dev/sda1 / ext4 rw 0 0', `x ${base}/共享\\040盘 ${type} rw 0 0`, `y ${base}/共享 nfs rw 0 0`, ''].join('\n')

it.each(['cifs', 'smb3', 'nfs', 'nfs4', 'fuse.sshfs', 'fuse.rclone', 'davfs'])('a folder on %s is on the network', (type) => {
  expect(folderPlace(join(base, '共享 盘', '台账'), mounts(type))).toBe('network')
})

it.each(['vfat', 'exfat', 'msdos'])('a folder on %s is on a stick or a card', (type) => {
  expect(folderPlace(join(base, '共享 盘'), mounts(type))).toBe('removable')
})

it.each(['ext4', 'btrfs', 'xfs', 'tmpfs', 'overlay', 'ntfs3', 'fuseblk', '9p'])('a folder on %s is on this machine', (type) => {
  expect(folderPlace(join(base, '共享 盘'), mounts(type))).toBe('local')
})

it('only what is mounted above the folder counts, the nearest and the last', () => {
  expect(folderPlace(base, mounts('nfs'))).toBe('local')
  expect(folderPlace(join(base, '共享 盘'), `${mounts('nfs')}x ${base}/共享\\040盘 ext4 rw 0 0\n`)).toBe('local')
  expect(folderPlace(base, '')).toBe('local')
  expect(folderPlace(base)).toBe('local')
})

it.each([
  ['\\\\server\\share\\台账', 'network'],
  ['\\\\?\\UNC\\server\\share', 'network'],
  ['\\\\?\\C:\\台账', 'local'],
  ['C:\\台账', 'local'],
] as const)('what Windows resolves to %s is %s', (path, place) => {
  vi.mocked(fs.realpathSync.native).mockReturnValueOnce(path)
  expect(folderPlace('Z:\\台账', '')).toBe(place)
})
