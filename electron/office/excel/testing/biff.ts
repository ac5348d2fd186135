import { CFB } from '@e965/xlsx'
import iconv from 'iconv-lite'

/** One BIFF record: type, length, body. */
export function record(type: number, body: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([words(type, body.length), body])
}

export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}

/** A BIFF5 (Excel 95) stream with one sheet of text in code page 936. */
export function biff5(rows: readonly (readonly string[])[], globals: readonly Buffer[] = []): Buffer {
  const name = iconv.encode('名单', 'gbk')
  const begin = (kind: number) => record(0x0809, words(0x0500, kind, 0, 0))
  const end = record(0x000a)
  const boundSheet = (position: number) =>
    record(0x0085, Buffer.concat([words(position, 0, 0), Buffer.from([name.length]), name]))
  const head = [begin(0x0005), ...globals, record(0x0042, words(936))]
  const position = Buffer.concat([...head, boundSheet(0), end]).length
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => {
      const bytes = iconv.encode(text, 'gbk')
      return record(0x0204, Buffer.concat([words(r, c, 0, bytes.length), bytes]))
    }),
  )
  return Buffer.concat([...head, boundSheet(position), end, begin(0x0010), ...cells, end])
}

/** An OLE compound file with the streams given. */
export function oleFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const container: unknown = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, bytes)
  const bytes: Uint8Array = CFB.write(container, { type: 'buffer' })
  return Buffer.from(bytes)
}
