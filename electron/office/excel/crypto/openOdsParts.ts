import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import { Refusal } from '../refusal'
import { inflatePart, type ZipPart } from '../zipParts'
import { readOdsSecrets, type OdsSecret } from './odsSecrets'
import { tryPasswords } from './tryPasswords'

const manifestName = 'meta-inf/manifest.xml'
const checkedBytes = 1024
const mostIterations = 10_000_000

/**
 * The parts of an ODS file with those opened that its manifest calls encrypted; the same parts where it names none.
 * The password is tried on the cells at once. Throws Refusal `password-needed`, `wrong-password`,
 * `unknown-encryption` or `damaged`.
 */
export function openOdsParts(parts: readonly ZipPart[], manifest: string, password: string | undefined): readonly ZipPart[] {
  if (!manifest.includes('encryption-data')) return parts
  const secrets = readOdsSecrets(manifest)
  const cells = parts.find(({ name }) => name === 'content.xml')
  const cellSecret = secrets.get('content.xml')
  // Newer programs hide the whole file in one part, and its key behind functions of their own.
  if (!cells || !cellSecret) throw new Refusal('unknown-encryption')
  const fitting = tryPasswords(password, (candidate) => (decrypted(cells, cellSecret, candidate) ? candidate : null))
  return parts.map((part) => {
    // SheetJS refuses what is said to be encrypted.
    if (part.name.toLowerCase() === manifestName) return { ...part, read: () => withoutSecrets(manifest) }
    const secret = secrets.get(part.name)
    if (!secret) return part
    return {
      ...part,
      declaredBytes: secret.size,
      read() {
        const packed = decrypted(part, secret, fitting)
        if (!packed) throw new Refusal('damaged')
        return inflatePart(packed, secret.size)
      },
    }
  })
}

function withoutSecrets(manifest: string): Buffer {
  return Buffer.from(manifest.replace(/<manifest:encryption-data\b[\s\S]*?<\/manifest:encryption-data>/g, ''))
}

/** The part as it was packed, or null for a wrong password. */
function decrypted(part: ZipPart, secret: OdsSecret, password: string): Buffer | null {
  const { cipher, keyBytes, vector, startHash, salt, iterations, checksum, checksumHash } = secret
  const start = createHash(startHash).update(password, 'utf8').digest()
  if (vector.length !== 16 || !(iterations >= 1 && iterations <= mostIterations)) throw new Refusal('damaged')
  const key = pbkdf2Sync(start, salt, iterations, keyBytes, 'sha1')
  const bytes = part.read()
  const decipher = createDecipheriv(cipher, key, vector).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - (bytes.length % 16))), decipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > 16) return null
  const packed = padded.subarray(0, padded.length - padding)
  const found = createHash(checksumHash).update(packed.subarray(0, checkedBytes)).digest()
  return found.equals(checksum) ? packed : null
}
