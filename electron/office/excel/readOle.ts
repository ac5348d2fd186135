import { CFB, type WorkBook } from '@e965/xlsx'
import { biffTypes } from './biffRecords'
import { openBiff } from './crypto/openBiff'
import { openOfficePackage } from './crypto/officePackage'
import type { OleContainer, OleEntry } from './oleContainer'
import { Refusal, refuseDocument, type DocumentKind } from './refusal'
import { parseBiff } from './sheetJs'

/** An OLE file holds a BIFF stream (.xls, .et), or the encrypted zip of an .xlsx. */
export type OleContent = { workbook: WorkBook } | { zip: Buffer }

/** Reads an OLE file holding a BIFF5 or BIFF8 workbook, or opens the encrypted package in it. Throws Refusal. */
export function readOle(bytes: Buffer, password: string | undefined): OleContent {
  const container = openContainer(bytes)
  const secret = find(container, 'EncryptedPackage')
  if (secret) {
    const info = find(container, 'EncryptionInfo')
    // Without it the key is kept by a server that knows who may read.
    if (!info) throw new Refusal('rights-managed')
    return { zip: openOfficePackage(contentOf(info), contentOf(secret), password) }
  }
  const stream = find(container, 'Workbook') ?? find(container, 'Book')
  if (!stream) refuseDocument(kindOf(container))
  // Only the workbook: a broken list of properties has made SheetJS fill the memory.
  return { workbook: readBiff(contentOf(stream), password) }
}

/** Reads a BIFF stream, also one that very old programs wrote without a container around it. Throws Refusal. */
export function readBiff(stream: Buffer, password: string | undefined): WorkBook {
  if (stream.length < 8 || !biffTypes.beginnings.includes(stream.readUInt16LE(0))) throw new Refusal('damaged')
  return parseBiff(openBiff(stream, password))
}

function openContainer(bytes: Buffer): OleContainer {
  try {
    const container: OleContainer = CFB.read(bytes, { type: 'buffer' })
    return container
  } catch (cause) {
    throw new Refusal('damaged', cause)
  }
}

/** Only the top level: embedded objects of other documents hold Workbook streams too. */
function find(container: OleContainer, name: string): OleEntry | undefined {
  const root = container.FullPaths[0] ?? ''
  const path = `${root}${name}`.toLowerCase()
  const index = container.FullPaths.findIndex((candidate) => candidate.toLowerCase() === path)
  return index < 0 ? undefined : container.FileIndex[index]
}

function kindOf(container: OleContainer): DocumentKind | undefined {
  if (find(container, 'WordDocument')) return 'word'
  if (find(container, 'PowerPoint Document')) return 'slides'
  return find(container, '__properties_version1.0') ? 'mail' : undefined
}

function contentOf({ content, size }: OleEntry): Buffer {
  if (!content || content.length === 0 || content.length < size) throw new Refusal('damaged')
  return Buffer.from(Uint8Array.from(content).buffer)
}
