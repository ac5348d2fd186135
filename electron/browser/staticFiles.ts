import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface StaticFile {
  type: string
  bytes: Buffer
  /** The name holds a digest of the content: the browser may keep it. */
  hashed: boolean
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads the built renderer (a few MB) into memory, keyed by request path; `/` is index.html. A request is then only
 * looked up: no path ever reaches the file system, and a rebuild does not pull files from under an open page.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  const read = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = `${below}/${entry.name}`
      if (entry.isDirectory()) await read(path)
      const type = types[extname(entry.name)]
      if (!entry.isFile() || !type) continue
      files.set(path, { type, bytes: await readFile(join(folder, path)), hashed: path.startsWith('/assets/') })
    }
  }
  await read('')
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}
