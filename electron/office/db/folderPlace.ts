import { readFileSync, realpathSync } from 'node:fs'
import { sep } from 'node:path'

/** Where a folder lies, as far as the system tells: Windows does not say of a disk whether it can be pulled out. */
export type FolderPlace = 'local' | 'network' | 'removable'

const networkTypes = /^(cifs|smb\d?|smbfs|nfs\d?|afs|ncpfs|davfs|ceph|glusterfs|lustre|beegfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs|ceph-fuse))$/
/** What sticks and cards are formatted with, and no system is installed on. */
const stickTypes = /^(vfat|msdos|exfat)$/

/** Of a folder that exists. `mounts` is the text of /proc/self/mounts, '' where there is none. */
export function folderPlace(folder: string, mounts = readMounts()): FolderPlace {
  // A drive letter of a share becomes its \\server\share here.
  const path = realpathSync.native(folder)
  if (path.startsWith('\\\\')) return path.startsWith('\\\\?\\') && !path.startsWith('\\\\?\\UNC\\') ? 'local' : 'network'
  const type = typeUnder(path, mounts)
  return networkTypes.test(type) ? 'network' : stickTypes.test(type) ? 'removable' : 'local'
}

/** The type of the file system that is mounted nearest above the path; of several at one place the last one counts. */
function typeUnder(path: string, mounts: string): string {
  let nearest = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, written = '', type = ''] = line.split(' ')
    const point = unescaped(written)
    const holds = point === sep || path === point || path.startsWith(`${point}${sep}`)
    if (holds && point.length >= nearest.point.length) nearest = { point, type }
  }
  return nearest.type
}

/** Blanks and backslashes stand as octal bytes. */
function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)))
}

function readMounts(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8')
  } catch {
    return ''
  }
}
