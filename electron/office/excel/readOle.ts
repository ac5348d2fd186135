import { CFB, type WorkBook } from '@e965/xlsx'
import type { OleContainer, OleEntry } from './oleContainer'
import { Refusal } from './refusal'
import { parseBiff, parseOle } from './sheetJs'

const endOfFile = 0x000a
const filePass = 0x002f
/** BOF of BIFF2, 3, 4 and of BIFF5 and 8. */
const beginnings = [0x0009, 0x0209, 0x0409, 0x0809]

/** Reads an OLE file holding a BIFF5 or BIFF8 workbook. */
export function readOle(bytes: Buffer): WorkBook {
  const container = openContainer(bytes)
  if (find(container, 'EncryptedPackage')) throw new Refusal('encrypted')
  const stream = find(container, 'Workbook') ?? find(container, 'Book')
  if (!stream) throw new Refusal('other-document')
  const content = stream.content
  if (!content || content.length === 0 || content.length < stream.size) throw new Refusal('damaged')
  checkRecords(content)
  // Only the workbook: a broken list of properties has made SheetJS fill the memory.
  return parseOle({
    FullPaths: ['Root Entry/', 'Root Entry/Workbook'],
    FileIndex: [{ name: 'Root Entry', size: 0 }, stream],
  })
}

/** Reads a BIFF stream that has no container around it. */
export function readBiff(bytes: Buffer): WorkBook {
  checkRecords(bytes)
  return parseBiff(bytes)
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

/**
 * Walks the records before SheetJS does. A FILEPASS record among the workbook's globals means that everything after
 * it is ciphertext; a record that runs over the end of the stream means that the file was cut or overwritten.
 */
function checkRecords(content: ArrayLike<number>): void {
  const word = (at: number) => (content[at] ?? 0) | ((content[at + 1] ?? 0) << 8)
  if (!beginnings.includes(word(0))) throw new Refusal('damaged')
  let depth = 0
  let globals = true
  for (let at = 0; at + 4 <= content.length; at += 4 + word(at + 2)) {
    const record = word(at)
    if (record === filePass && globals) throw new Refusal('encrypted')
    if (beginnings.includes(record)) depth += 1
    if (record === endOfFile) {
      depth -= 1
      globals = false
    }
    // Streams are padded after their last substream.
    else if (depth === 0) return
    if (at + 4 + word(at + 2) > content.length) throw new Refusal('damaged')
  }
  if (depth !== 0) throw new Refusal('damaged')
}
