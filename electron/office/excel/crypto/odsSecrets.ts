import { Refusal } from '../refusal'

/** How one part of an encrypted ODS file is encrypted, by its manifest (ODF 1.2 part 3, 3.4 and 4.8). */
export interface OdsSecret {
  /** Of the cipher: aes-256-cbc and its like. */
  cipher: string
  keyBytes: number
  vector: Buffer
  /** Hash the password goes through first. */
  startHash: 'sha1' | 'sha256'
  salt: Buffer
  iterations: number
  /** Of the first kilobyte of the part before it was encrypted, which is how a wrong password is found. */
  checksum: Buffer
  checksumHash: 'sha1' | 'sha256'
  /** What the part swells to. */
  size: number
}

/** The secrets of a manifest by the name of their part. Throws Refusal `unknown-encryption`. */
export function readOdsSecrets(manifest: string): Map<string, OdsSecret> {
  const secrets = new Map<string, OdsSecret>()
  for (const [, head = '', inner = ''] of manifest.matchAll(
    /<manifest:file-entry\b([^>]*[^/>])>([\s\S]*?)<\/manifest:file-entry>/g,
  )) {
    if (!inner.includes('encryption-data')) continue
    secrets.set(attribute(head, 'full-path').replace(/^\/+/, ''), secretOf(head, inner))
  }
  return secrets
}

function secretOf(head: string, inner: string): OdsSecret {
  const whole = element(inner, 'encryption-data')
  const algorithm = element(inner, 'algorithm')
  const derivation = element(inner, 'key-derivation')
  const cipher = /#aes(128|192|256)-cbc$/.exec(attribute(algorithm, 'algorithm-name'))?.[1]
  if (cipher === undefined || !/pbkdf2$/i.test(attribute(derivation, 'key-derivation-name'))) {
    throw new Refusal('unknown-encryption')
  }
  return {
    cipher: `aes-${cipher}-cbc`,
    keyBytes: Number(cipher) / 8,
    vector: Buffer.from(attribute(algorithm, 'initialisation-vector'), 'base64'),
    startHash: hashOf(attribute(element(inner, 'start-key-generation'), 'start-key-generation-name')),
    salt: Buffer.from(attribute(derivation, 'salt'), 'base64'),
    iterations: Number(attribute(derivation, 'iteration-count')),
    checksum: Buffer.from(attribute(whole, 'checksum'), 'base64'),
    checksumHash: hashOf(attribute(whole, 'checksum-type')),
    size: Number(attribute(head, 'size')),
  }
}

function element(xml: string, name: string): string {
  return new RegExp(`<manifest:${name}\\b([^>]*)>`).exec(xml)?.[1] ?? ''
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)manifest:${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? ''
}

function hashOf(name: string): 'sha1' | 'sha256' {
  return /sha256/i.test(name) ? 'sha256' : 'sha1'
}
