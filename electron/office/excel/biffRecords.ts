import { Refusal } from './refusal'

/** One record of a BIFF stream; its body begins at `at` + 4. */
export interface BiffRecord {
  type: number
  at: number
  length: number
  /** Among the workbook's globals, that is before the first substream ends. */
  isGlobal: boolean
}

export const biffTypes = {
  endOfFile: 0x000a,
  filePass: 0x002f,
  boundSheet: 0x0085,
  /** BOF of BIFF2, 3, 4 and of BIFF5 and 8. */
  beginnings: [0x0009, 0x0209, 0x0409, 0x0809] as readonly number[],
} as const

/**
 * Every record up to the end of the last substream; streams are padded after it. Throws Refusal `damaged` where a
 * record runs over the end of the stream, which means that the file was cut or overwritten.
 */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  let depth = 0
  let isGlobal = true
  let at = 0
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    const begins = biffTypes.beginnings.includes(type)
    if (depth === 0 && !begins) break
    if (at + 4 + length > stream.length) throw new Refusal('damaged')
    yield { type, at, length, isGlobal }
    if (begins) depth += 1
    if (type === biffTypes.endOfFile) {
      depth -= 1
      isGlobal = false
    }
    at += 4 + length
  }
  if (depth !== 0 || at === 0) throw new Refusal('damaged')
}
