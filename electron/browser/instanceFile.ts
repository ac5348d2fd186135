import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileName = 'browser-door.json'

/**
 * A small file in the data folder, readable by its owner only, from which a second start on the same folder learns
 * where the first one listens.
 */
export async function announceInstance(dataFolder: string, address: string): Promise<void> {
  const file = join(dataFolder, fileName)
  // An old file keeps its mode when it is overwritten.
  await rm(file, { force: true })
  await writeFile(file, JSON.stringify({ address, pid: process.pid }), { mode: 0o600 })
}

export async function withdrawInstance(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, fileName), { force: true })
}

/** The address of a door that serves this folder and answers, else undefined: the file outlives a crash. */
export async function runningInstance(dataFolder: string): Promise<string | undefined> {
  try {
    const noted: unknown = JSON.parse(await readFile(join(dataFolder, fileName), 'utf8'))
    const address = typeof noted === 'object' && noted !== null && 'address' in noted ? noted.address : undefined
    if (typeof address !== 'string' || !address.startsWith('http://127.0.0.1:')) return undefined
    // Only the door that wrote the file knows the token and answers it with a redirection.
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(3000) })
    return answer.status === 303 ? address : undefined
  } catch {
    return undefined
  }
}
