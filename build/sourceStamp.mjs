import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What the built app is made of. Sample files and icons are read where they lie and need no build. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'build/vite.renderer.config.ts',
  'build/vite.node.config.ts',
  'build/vite.preload.config.ts',
  'build/viteFolders.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const leftOut = /^resources\/sample-district\/|\.test\.ts$|\.tsbuildinfo$/

/**
 * A digest over names and contents: it survives a fresh checkout and a copied folder, which move every time stamp.
 * @param {string} root project folder
 * @returns {string} hex
 */
export function sourceStamp(root) {
  const digest = createHash('sha256').update(process.platform)
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    const name = relative(root, file).split(sep).join('/')
    if (leftOut.test(name)) continue
    const bytes = readFileSync(file)
    digest.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
  return digest.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]} sorted
 */
function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
