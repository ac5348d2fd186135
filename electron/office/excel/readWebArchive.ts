import { CFB } from '@e965/xlsx'
import { decodeText } from './decodeText'
import type { OleContainer } from './oleContainer'
import { Refusal, refuseDocument } from './refusal'

/** Headers of a mail or of a page with its parts, up to the first blank line. */
const headerLines = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n/

/** Whether a text is a page saved in one file (.mht, or an .xls that is one). Refuses saved mails as such. */
export function isWebArchive(text: string): boolean {
  const head = headerLines.exec(text.slice(0, 20_000))?.[0]
  if (head === undefined || !/^mime-version:/im.test(head)) return false
  if (/^(?:received|return-path|to|message-id):/im.test(head)) refuseDocument('mail')
  return /^content-type:\s*multipart\/related/im.test(head)
}

/** The pages in it, one after the other. Throws Refusal. */
export function readWebArchive(bytes: Buffer): string {
  const container = open(bytes)
  const pages = container.FileIndex.flatMap(({ content }) => {
    const text = content === undefined ? null : decodeText(Buffer.from(Uint8Array.from(content).buffer))
    return text !== null && /<(?:table|html)[\s>]/i.test(text) ? [text] : []
  })
  const tables = pages.filter((page) => /<table[\s>]/i.test(page))
  if (tables.length === 0) throw new Refusal('not-a-workbook')
  return `<html>${tables.join('\n')}</html>`
}

function open(bytes: Buffer): OleContainer {
  try {
    const container: OleContainer = CFB.read(bytes, { type: 'buffer' })
    return container
  } catch (cause) {
    throw new Refusal('damaged', cause)
  }
}
