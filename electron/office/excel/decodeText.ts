import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/**
 * Decodes a text file: a byte order mark decides, then valid UTF-8 (text in GBK practically never is), then the
 * charset the file declares, then GB 18030. Null when the bytes are no text.
 */
export function decodeText(bytes: Buffer): string | null {
  const text = decode(bytes)
  // Ctrl-Z ends files of old DOS programs.
  const clean = text.endsWith('\u001a') ? text.slice(0, -1) : text
  return looksLikeText(clean) ? clean : null
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16be')
  if (isUtf8(bytes)) return iconv.decode(bytes, 'utf8')
  return iconv.decode(bytes, declaredCharset(bytes) ?? 'gb18030')
}

function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  if (!head.trimStart().startsWith('<')) return null
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  if (name === undefined || !iconv.encodingExists(name)) return null
  // The bytes are no UTF-8 whatever they declare, and GB 18030 reads everything GB 2312 and GBK can say.
  return /^(utf|unicode|ucs|gb|x-gb|ascii|us-ascii|iso-8859-1|windows-1252)/i.test(name) ? null : name
}

function looksLikeText(text: string): boolean {
  // Symbolic Link files write a line break as an escape.
  if (text.startsWith('ID;P')) return looksLikeText(`;${text.replaceAll('\u001b', '')}`)
  // Any control character but tab, line feed, vertical tab, form feed, carriage return and those of ISO 8859-1.
  if (/[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u.test(text)) return false
  let unreadable = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) unreadable += 1
  return unreadable * 1000 <= text.length
}
