import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { oleFile } from './biff'

const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
const verifier = Buffer.from('ffeeddccbbaa99887766554433221100', 'hex')
const blockKeys = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  hash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
  integrityKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  integrity: Buffer.from('a0677f02b22c8433', 'hex'),
}

export interface AgileChoice {
  hash: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512'
  keyBits: 128 | 192 | 256
  spins: number
}

/** An .xlsx encrypted as Excel 2010 and later do (MS-OFFCRYPTO 2.3.4.10), with fixed salts. */
export function agileFile(zip: Buffer, password: string, choice: AgileChoice, statedSpins = choice.spins): Buffer {
  const { hash, keyBits, spins } = choice
  const digest = (...parts: Buffer[]) => createHash(hash.toLowerCase()).update(Buffer.concat(parts)).digest()
  const fit = (bytes: Buffer, length: number) => Buffer.concat([bytes, Buffer.alloc(64, 0x36)]).subarray(0, length)
  let secret = digest(salt, Buffer.from(password, 'utf16le'))
  for (let turn = 0; turn < spins; turn += 1) secret = digest(number32(turn), secret)
  const sealed = (purpose: Buffer, bytes: Buffer) => cbc(fit(digest(secret, purpose), keyBits / 8), salt, bytes).toString('base64')
  const packageKey = fit(Buffer.from('a1b2c3d4e5f60718293a4b5c6d7e8f90'.repeat(2), 'hex'), keyBits / 8)
  const segments = Array.from({ length: Math.ceil(zip.length / 4096) }, (_, index) =>
    cbc(packageKey, fit(digest(salt, number32(index)), 16), zip.subarray(index * 4096, index * 4096 + 4096)),
  )
  const cipher = `blockSize="16" keyBits="${keyBits}" hashSize="${digest().length}" cipherAlgorithm="AES"
    cipherChaining="ChainingModeCBC" hashAlgorithm="${hash}" saltSize="16" saltValue="${salt.toString('base64')}"`
  const content = Buffer.concat([number64(zip.length), ...segments])
  const hmac = createHmac(hash.toLowerCase(), fit(verifier, digest().length)).update(content).digest()
  const checked = (purpose: Buffer, bytes: Buffer) => cbc(packageKey, fit(digest(salt, purpose), 16), bytes).toString('base64')
  const info = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"
      xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${cipher}/>
      <dataIntegrity encryptedHmacKey="${checked(blockKeys.integrityKey, fit(verifier, digest().length))}"
        encryptedHmacValue="${checked(blockKeys.integrity, hmac)}"/>
      <keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">
      <p:encryptedKey spinCount="${statedSpins}" ${cipher} encryptedVerifierHashInput="${sealed(blockKeys.input, verifier)}"
        encryptedVerifierHashValue="${sealed(blockKeys.hash, digest(verifier))}"
        encryptedKeyValue="${sealed(blockKeys.key, packageKey)}"/></keyEncryptor></keyEncryptors></encryption>`
  const version = Buffer.from('0400040040000000', 'hex')
  return packageFile(Buffer.concat([version, Buffer.from(info)]), content)
}

/** A small file that asks for more turns of the hash than it was made with: no password will ever fit. */
export function slowlyEncrypted(spins: number): Buffer {
  return agileFile(Buffer.alloc(4096), 'x', { hash: 'SHA512', keyBits: 256, spins: 1 }, spins)
}

/** An .xlsx encrypted as Excel 2007 does (MS-OFFCRYPTO 2.3.4.5), with a fixed salt. */
export function standardFile(zip: Buffer, password: string, keyBits: 128 | 192 | 256): Buffer {
  const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest()
  let secret = sha1(salt, Buffer.from(password, 'utf16le'))
  for (let turn = 0; turn < 50_000; turn += 1) secret = sha1(number32(turn), secret)
  const last = sha1(secret, number32(0))
  const mixed = (filler: number) => sha1(Buffer.alloc(64, filler).map((byte, at) => byte ^ (last[at] ?? 0)) as Buffer)
  const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBits / 8)
  const seal = (bytes: Buffer) => {
    const cipher = createCipheriv(`aes-${keyBits}-ecb`, key, null).setAutoPadding(false)
    return cipher.update(padded(bytes))
  }
  const algorithm = { 128: 0x660e, 192: 0x660f, 256: 0x6610 }[keyBits]
  const provider = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le')
  const header = Buffer.concat([...[0x24, 0, algorithm, 0x8004, keyBits, 0x18, 0, 0].map(number32), provider])
  const info = [
    Buffer.from('0400020024000000', 'hex'), number32(header.length), header,
    number32(16), salt, seal(verifier), number32(20), seal(sha1(verifier)),
  ]
  return packageFile(Buffer.concat(info), Buffer.concat([number64(zip.length), seal(zip)]))
}

function packageFile(info: Buffer, content: Buffer): Buffer {
  return oleFile({ EncryptionInfo: info, EncryptedPackage: content })
}

function number64(value: number): Buffer {
  return Buffer.concat([number32(value), number32(0)])
}

function cbc(key: Buffer, vector: Buffer, bytes: Buffer): Buffer {
  return createCipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false).update(padded(bytes))
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
