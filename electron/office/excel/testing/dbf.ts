import iconv from 'iconv-lite'

export interface DbfOptions {
  encoding?: string
  version?: number
  /** Index of a row marked as deleted. */
  deleted?: number
}

/** A dBASE table of fields (name, type, length) and rows of texts as the file holds them, without the name of a code page. */
export function dbfFile(
  fields: readonly (readonly [name: string, type: string, length: number])[],
  rows: readonly (readonly string[])[],
  { encoding = 'gbk', version = 0x03, deleted }: DbfOptions = {},
): Buffer {
  const length = fields.reduce((sum, [, , bytes]) => sum + bytes, 1)
  const head = Buffer.alloc(32)
  head.writeUInt8(version, 0)
  Buffer.from([124, 6, 30]).copy(head, 1)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(32 + fields.length * 32 + 1, 8)
  head.writeUInt16LE(length, 10)
  const descriptions = fields.map(([name, type, bytes]) => {
    const field = Buffer.alloc(32)
    iconv.encode(name, encoding).copy(field, 0, 0, 10)
    field.write(type, 11, 'latin1')
    field.writeUInt8(bytes, 16)
    return field
  })
  const records = rows.map((row, index) => {
    const line = Buffer.alloc(length, ' ')
    if (index === deleted) line.write('*', 0)
    let at = 1
    for (const [column, [, , bytes]] of fields.entries()) {
      iconv.encode(row[column] ?? '', encoding).copy(line, at, 0, bytes)
      at += bytes
    }
    return line
  })
  return Buffer.concat([head, ...descriptions, Buffer.from([0x0d]), ...records, Buffer.from([0x1a])])
}
