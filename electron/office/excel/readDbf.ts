import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { calendarDate } from '../../../shared/domain/calendarDate'
import { Refusal } from './refusal'
import type { PlainCell, PlainSheet } from './sheet'
import { trimRows } from './trimRows'

/** dBASE III and IV, FoxPro, and their kinds with memo files. */
const versions: readonly number[] = [0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5]
const headerBytes = 32
const fieldBytes = 32
const nameBytes = 11
const endOfFields = 0x0d
const deleted = 0x2a
/** What byte 29 names, where it is not Chinese in GBK anyway. */
const codePages: Readonly<Record<number, string>> = { 0x4f: 'big5', 0x78: 'big5' }
/** Days between the zero of Julian days and 1 January 1970. */
const julianOffset = 2_440_588

interface Field {
  name: string
  type: string
  length: number
}

/** Whether the bytes are a dBASE table: a known version, a date that can be, and lengths that fit the file. */
export function isDbf(bytes: Buffer): boolean {
  if (bytes.length <= headerBytes || !versions.includes(bytes.readUInt8(0))) return false
  const header = bytes.readUInt16LE(8)
  const isDated = bytes.readUInt8(2) <= 12 && bytes.readUInt8(3) <= 31
  return isDated && header > headerBytes && header <= bytes.length && bytes.readUInt16LE(10) > 1
}

/** Reads a dBASE table, its field names as the first row. Throws Refusal `damaged` where rows are missing. */
export function readDbf(bytes: Buffer): PlainSheet {
  const count = bytes.readUInt32LE(4)
  const header = bytes.readUInt16LE(8)
  const length = bytes.readUInt16LE(10)
  const encoding = codePages[bytes.readUInt8(29)] ?? (isUtf8(bytes.subarray(header)) ? 'utf8' : 'gb18030')
  const fields = fieldsOf(bytes, header, encoding)
  const width = fields.reduce((sum, field) => sum + field.length, 1)
  if (fields.length === 0 || width > length || header + count * length > bytes.length) throw new Refusal('damaged')
  const rows: PlainCell[][] = [fields.map(({ name }) => name || null)]
  for (let at = header; at < header + count * length; at += length) {
    if (bytes.readUInt8(at) === deleted) continue
    let from = at + 1
    rows.push(
      fields.map((field) => {
        const piece = bytes.subarray(from, from + field.length)
        from += field.length
        return cellOf(field, piece, encoding)
      }),
    )
  }
  return { name: 'Sheet1', hidden: false, rows: trimRows(rows), merges: [] }
}

function fieldsOf(bytes: Buffer, header: number, encoding: string): Field[] {
  const fields: Field[] = []
  for (let at = headerBytes; at + fieldBytes <= header && bytes[at] !== endOfFields; at += fieldBytes) {
    const name = bytes.subarray(at, at + nameBytes)
    const end = name.indexOf(0)
    fields.push({
      name: iconv.decode(end < 0 ? name : name.subarray(0, end), encoding).trim(),
      type: String.fromCharCode(bytes[at + nameBytes] ?? 0),
      length: bytes[at + 16] ?? 0,
    })
  }
  return fields
}

function cellOf({ type, length }: Field, piece: Buffer, encoding: string): PlainCell {
  if (type === 'I' && length === 4) return piece.readInt32LE(0)
  if (type === 'B' && length === 8) return piece.readDoubleLE(0)
  if (type === 'Y' && length === 8) return Number(piece.readBigInt64LE(0)) / 10_000
  if (type === 'T' && length === 8) return julianDate(piece.readInt32LE(0))
  // What a memo says stands in a file of its own, which is not here.
  if ('MGP'.includes(type)) return piece.some((byte) => byte !== 0x20 && byte !== 0) ? { error: '#备注' } : null
  const text = iconv.decode(piece, encoding).replaceAll('\0', '').trimEnd()
  if (type === 'C') return text || null
  const word = text.trim()
  if (word === '' || word === '?' || (type === 'D' && Number(word) === 0)) return null
  if (type === 'D') return dayOf(word)
  if (type === 'L') return 'YyTt'.includes(word) ? true : 'NnFf'.includes(word) ? false : word
  return Number.isFinite(Number(word)) ? Number(word) : word
}

function dayOf(word: string): PlainCell {
  const date = calendarDate(Number(word.slice(0, 4)), Number(word.slice(4, 6)), Number(word.slice(6, 8)))
  return date === null ? word : { date }
}

function julianDate(day: number): PlainCell {
  if (day === 0) return null
  const instant = new Date((day - julianOffset) * 86_400_000)
  const date = calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())
  return date === null ? null : { date }
}
