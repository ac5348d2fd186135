import { Refusal } from '../refusal'
import { openAgile } from './agilePackage'
import { openStandard } from './standardPackage'
import { tryPasswords } from './tryPasswords'

/**
 * The zip inside an encrypted .xlsx, .xlsm or .xlsb (MS-OFFCRYPTO 2.3.4): `info` and `content` are its streams
 * EncryptionInfo and EncryptedPackage. Throws Refusal `password-needed`, `wrong-password`, `unknown-encryption` or
 * `damaged`.
 */
export function openOfficePackage(info: Buffer, content: Buffer, password: string | undefined): Buffer {
  if (info.length < 8 || content.length < 8) throw new Refusal('damaged')
  const major = info.readUInt16LE(0)
  const minor = info.readUInt16LE(2)
  const isAgile = major === 4 && minor === 4
  const isStandard = major >= 2 && major <= 4 && minor === 2
  if (!isAgile && !isStandard) throw new Refusal('unknown-encryption')
  const open = isAgile ? openAgile(info, content) : openStandard(info, content)
  const opened = tryPasswords(password, open)
  const size = content.readUInt32LE(0)
  if (content.readUInt32LE(4) !== 0 || size > opened.length) throw new Refusal('damaged')
  return opened.subarray(0, size)
}
