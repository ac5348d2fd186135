import { decodeText } from './decodeText'
import { Refusal, refuseDocument } from './refusal'

/** Headers of a mail, of a page with its parts, or of one part: lines up to the first blank one. */
const headers = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n/

/** Whether a text is a page saved in one file (.mht, or an .xls that is one). Refuses saved mails as such. */
export function isWebArchive(text: string): boolean {
  const head = headers.exec(text.slice(0, 20_000))?.[0]
  if (head === undefined || !/^mime-version:/im.test(head)) return false
  if (/^(?:received|return-path|to|message-id):/im.test(head)) refuseDocument('mail')
  return /^content-type:\s*multipart\/related/im.test(head)
}

/** The pages with tables in it, one after the other, as one. Throws Refusal `damaged` or `not-a-workbook`. */
export function readWebArchive(bytes: Buffer): string {
  // One character a byte: each part has an encoding of its own.
  const text = bytes.toString('latin1')
  const boundary = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary="?([^"\r\n;]+)/im.exec(text)?.[1]
  if (boundary === undefined || !text.includes(`--${boundary}--`)) throw new Refusal('damaged')
  const pages = text.split(`--${boundary}`).slice(1, -1).flatMap(pageOf)
  if (pages.length === 0) throw new Refusal('not-a-workbook')
  return `<html>${pages.join('\n')}</html>`
}

function pageOf(written: string): string[] {
  const part = written.replace(/^\r?\n/, '')
  const head = headers.exec(part)?.[0] ?? ''
  const body = part.slice(head.length)
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()
  const page = decodeText(bytesOf(body, encoding))
  return page !== null && /<table[\s>]/i.test(page) ? [page] : []
}

function bytesOf(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  // A line may go on after =, and a byte may be written as =C6.
  const joined = body.replace(/=\r?\n/g, '')
  const text = joined.replace(/=([0-9A-F]{2})/gi, (_whole, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
  return Buffer.from(text, 'latin1')
}
