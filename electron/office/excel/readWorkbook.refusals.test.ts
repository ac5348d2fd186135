import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { OfficeError } from '../officeError'
import { largestFile } from './largestFile'
import { readWorkbook } from './readWorkbook'
import { biff5, oleFile } from './testing/biff'
import { dbfFile } from './testing/dbf'
import { part, rawXlsx } from './testing/rawXlsx'
import { valuesWorkbook } from './testing/valuesWorkbook'
import { writeZip } from './writeZip'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const megabyte = 1024 * 1024
const at = '2026-01-01T00:00:00Z'
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'

async function refusal(bytes: Uint8Array): Promise<{ code: string; details: object }> {
  const error: unknown = await readWorkbook('送来的文件.xlsx', bytes).then(
    () => new Error('was read'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof OfficeError)) throw error
  // Whatever came before, the next file reads.
  const next = await readWorkbook('下一个.xlsx', rawXlsx({ sheets: [{ name: '表', rows: cell }] }))
  expect(next.sheets[0]?.rows).toEqual([[1]])
  return { code: error.code, details: error.details }
}

const unreadable = (reason: string) => ({ code: 'unreadable-file', details: { file: '送来的文件.xlsx', reason } })
const tooLarge = (details: object) => ({ code: 'too-large', details: { file: '送来的文件.xlsx', ...details } })

/** Where each local header (`entry`) or directory record (`record`) of a zip begins. */
function* headers(zip: Buffer, kind: 'entry' | 'record'): Generator<number> {
  const signature = kind === 'entry' ? 'PK\x03\x04' : 'PK\x01\x02'
  let found = zip.indexOf(signature, 0, 'latin1')
  while (found >= 0) {
    yield found
    found = zip.indexOf(signature, found + 4, 'latin1')
  }
}

/** Writes `declared` over the uncompressed sizes of a part, in its local header and in the directory. */
function lieAbout(zip: Buffer, name: string, declared: number): Buffer {
  const bytes = Buffer.from(zip)
  for (const [kind, size, nameAt] of [['entry', 22, 30], ['record', 24, 46]] as const) {
    for (const found of headers(bytes, kind)) {
      if (bytes.toString('utf8', found + nameAt, found + nameAt + name.length) !== name) continue
      bytes.writeUInt32LE(declared, found + size)
    }
  }
  return bytes
}

/** An xlsx whose first sheet swells to `size` bytes of blanks. */
function bomb(size: number): Buffer {
  return rawXlsx({ sheets: [{ name: '表', rows: cell, after: ' '.repeat(size) }] })
}

describe('what is no spreadsheet', () => {
  test.each([
    ['no bytes', Buffer.alloc(0)],
    ['blanks', Buffer.from(' \r\n\t\r\n')],
  ])('empty: %s', async (_what, bytes) => {
    expect(await refusal(bytes)).toEqual(unreadable('empty'))
  })

  test.each([
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251))],
    ['a sentence', Buffer.from('请各单位于月底前报送。')],
    ['an html page without a table', Buffer.from('<html><body><p>登录超时,请重新登录</p></body></html>')],
    ['xml of something else', Buffer.from('<?xml version="1.0"?><feed><entry/></feed>')],
  ])('not a workbook: %s', async (_what, bytes) => {
    expect(await refusal(bytes)).toEqual(unreadable('not-a-workbook'))
  })

  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const docx = writeZip(
    [
      part('[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`),
      part('word/document.xml', '<w:document/>'),
    ],
    at,
  )
  const odt = writeZip(
    [
      { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.text') },
      part('META-INF/manifest.xml', '<manifest/>'),
      part('content.xml', '<office:document-content/>'),
    ],
    at,
  )
  const presentation = writeZip([part('[Content_Types].xml', '<Types/>'), part('ppt/presentation.xml', '<p/>')], at)
  const mail = 'From: a@example.cn\r\nTo: b@example.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\n附件'
  test.each([
    ['docx', 'word', docx],
    ['odt', 'word', odt],
    ['doc', 'word', oleFile({ WordDocument: Buffer.alloc(5000, 1) })],
    ['rtf', 'word', Buffer.from('{\\rtf1\\ansi 表}')],
    ['pptx', 'slides', presentation],
    ['ppt', 'slides', oleFile({ 'PowerPoint Document': Buffer.alloc(5000, 1) })],
    ['numbers', 'numbers', writeZip([{ name: 'Index/Document.iwa', bytes: Buffer.from('x') }], at)],
    ['zip of files', 'archive', writeZip([{ name: '照片.jpg', bytes: Buffer.from('x') }], at)],
    ['zip with nothing in it', 'archive', writeZip([], at)],
    ['rar', 'archive', Buffer.from('Rar!\x1a\x07\0', 'latin1')],
    ['pdf', 'pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['png', 'picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['jpeg', 'picture', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1')],
    ['photograph of a telephone', 'picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
    ['mail of Outlook', 'mail', oleFile({ '__properties_version1.0': Buffer.alloc(5000, 1) })],
    ['mail', 'mail', Buffer.from(mail)],
    ['table of the national standard', 'uof', Buffer.from('<?xml version="1.0"?><uof:UOF xmlns:uof="urn:x"></uof:UOF>')],
  ])('other document: %s', async (_what, kind, bytes) => {
    const details = { file: '送来的文件.xlsx', reason: 'other-document', kind }
    expect(await refusal(bytes)).toEqual({ code: 'unreadable-file', details })
  })

  test.each([
    ['video', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1')],
    ['some OLE file', oleFile({ Contents: Buffer.alloc(5000, 1) })],
  ])('other document of no kind a clerk knows: %s', async (_what, bytes) => {
    expect(await refusal(bytes)).toEqual(unreadable('other-document'))
  })

  test.each([
    ['%TSD-Header-###%', Buffer.concat([Buffer.from('%TSD-Header-###%'), Buffer.alloc(4000, 0x9d)])],
    ['E-SafeNet', Buffer.concat([Buffer.from('b\x14#e\x00E-SafeNet\0LOCK', 'latin1'), Buffer.alloc(4000, 0x9d)])],
  ])('locked by a program of the office, marked %s', async (_mark, bytes) => {
    expect(await refusal(bytes)).toEqual(unreadable('locked-by-software'))
  })

  test.each([
    ['frames', '<html><frameset rows="*,39"><frame src="名单.files/sheet001.htm"></frameset></html>'],
    ['what Excel writes of its sheets', '<html><xml><x:WorksheetSource HRef="名单.files/sheet001.htm"/></xml></html>'],
  ])('a page whose tables were left in a folder: %s', async (_what, page) => {
    expect(await refusal(Buffer.from(page))).toEqual(unreadable('web-shell'))
  })
})

describe('damaged', () => {
  test('xlsx cut short', async () => {
    const whole = await valuesWorkbook()
    expect(await refusal(whole.subarray(0, whole.length - 300))).toEqual(unreadable('damaged'))
    expect(await refusal(whole.subarray(0, 2000))).toEqual(unreadable('damaged'))
  })

  test('xlsx with one byte of a sheet overwritten', async () => {
    const bytes = Buffer.from(await valuesWorkbook())
    const place = bytes.indexOf('xl/worksheets/sheet1.xml') + 200
    bytes.writeUInt8((bytes.readUInt8(place) + 1) % 256, place)
    expect(await refusal(bytes)).toEqual(unreadable('damaged'))
  })

  test('xlsx that names a sheet it does not hold', async () => {
    const sheets = [{ name: '一', rows: cell }, { name: '二', rows: cell }]
    const bytes = rawXlsx({ sheets })
    const renamed = Buffer.from(bytes.toString('latin1').replaceAll('sheet2.xml', 'sheet9.xml'), 'latin1')
    expect(await refusal(renamed)).toEqual(unreadable('damaged'))
  })

  test('xls cut at any of many places is never read in part', async () => {
    const whole = fixture('libreoffice.xls')
    const complete = await readWorkbook('x.xls', whole)
    let refused = 0
    for (let length = 600; length < whole.length; length += 150) {
      const outcome: unknown = await readWorkbook('x.xls', whole.subarray(0, length)).catch((error: unknown) => error)
      if (outcome instanceof OfficeError) {
        expect(outcome.details.reason).toBe('damaged')
        refused += 1
      } else {
        // Only the properties behind the workbook were lost.
        expect(outcome).toEqual(complete)
      }
    }
    expect(refused).toBeGreaterThan(20)
  })

  test('xls with records that run over the end', async () => {
    const stream = biff5([['甲', '乙']])
    expect(await refusal(oleFile({ Book: stream.subarray(0, stream.length - 6) }))).toEqual(unreadable('damaged'))
  })

  test('ods cut short', async () => {
    const whole = fixture('libreoffice.ods')
    expect(await refusal(whole.subarray(0, whole.length >> 1))).toEqual(unreadable('damaged'))
  })

  test('html cut inside its table', async () => {
    const text = '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td>'
    expect(await refusal(Buffer.from(text))).toEqual(unreadable('damaged'))
  })

  test('cell address beyond every sheet', async () => {
    const rows = '<row r="1"><c r="AAAA1"><v>1</v></c></row>'
    expect(await refusal(rawXlsx({ sheets: [{ name: '表', rows }] }))).toEqual(unreadable('damaged'))
  })
})

test('zip with encrypted entries', async () => {
  const bytes = rawXlsx({ sheets: [{ name: '表', rows: cell }] })
  for (const [kind, flags] of [['entry', 6], ['record', 8]] as const) {
    for (const found of headers(bytes, kind)) {
      bytes.writeUInt16LE(bytes.readUInt16LE(found + flags) | 1, found + flags)
    }
  }
  expect(await refusal(bytes)).toEqual(unreadable('unknown-encryption'))
})

describe('too large', () => {
  test('more bytes than are read', async () => {
    const details = { reason: 'bytes', limit: '60 MB' }
    expect(await refusal(Buffer.alloc(largestFile + 1, 'x'))).toEqual(tooLarge(details))
  })

  test('bomb: a part that swells a thousandfold', async () => {
    const bytes = bomb(40 * megabyte)
    expect(bytes.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect(await refusal(bytes)).toEqual(tooLarge({ reason: 'expands' }))
    expect(process.memoryUsage().rss - before).toBeLessThan(30 * megabyte)
  })

  test('bomb that says it is small', async () => {
    const bytes = lieAbout(bomb(40 * megabyte), 'xl/worksheets/sheet1.xml', 5000)
    expect(await refusal(bytes)).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('part that says it is small but stays within measure is damage', async () => {
    const bytes = lieAbout(rawXlsx({ sheets: [{ name: '表', rows: cell }] }), 'xl/worksheets/sheet1.xml', 50)
    expect(await refusal(bytes)).toEqual(unreadable('damaged'))
  })

  test('part that says it is larger than a part may be', async () => {
    const bytes = lieAbout(rawXlsx({ sheets: [{ name: '表', rows: cell }] }), 'xl/worksheets/sheet1.xml', 301 * megabyte)
    expect(await refusal(bytes)).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('many parts that are too much together', async () => {
    let bytes = rawXlsx({ sheets: ['一', '二', '三'].map((name) => ({ name, rows: cell })) })
    for (const sheet of [1, 2, 3]) bytes = lieAbout(bytes, `xl/worksheets/sheet${sheet}.xml`, 250 * megabyte)
    expect(await refusal(bytes)).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('ods whose one filled cell repeats over the sheet', async () => {
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>
      <table:table table:name="表"><table:table-row table:number-rows-repeated="1048576">
      <table:table-cell table:number-columns-repeated="1024" office:value-type="float" office:value="1">
      <text:p>1</text:p></table:table-cell></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document-content>`
    const parts = [
      { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
      part('META-INF/manifest.xml', '<manifest/>'),
      part('content.xml', content),
    ]
    expect(await refusal(writeZip(parts, at))).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('one long text that very many cells share', async () => {
    const text = '长'.repeat(30_000)
    const rows = Array.from({ length: 4000 }, (_, r) => `<row r="${r + 1}"><c r="A${r + 1}" t="s"><v>0</v></c></row>`)
    const strings = part('xl/sharedStrings.xml', `<sst><si><t>${text}</t></si></sst>`)
    const bytes = rawXlsx({ sheets: [{ name: '表', rows: rows.join('') }], extra: [strings], sharedStrings: true })
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusal(bytes)).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('rows that are one cell in the last column each', async () => {
    const row = (index: number) => `<row r="${index}"><c r="XFD${index}"><v>1</v></c></row>`
    const rows = Array.from({ length: 5000 }, (_, index) => row(index + 1)).join('')
    expect(await refusal(rawXlsx({ sheets: [{ name: '表', rows }] }))).toEqual(tooLarge({ reason: 'expands' }))
  })

  test('a picture of any size does not matter, for it is not read', async () => {
    const picture = { name: 'xl/media/image1.bmp', bytes: Buffer.alloc(30 * megabyte) }
    expect(deflateRawSync(picture.bytes).length).toBeLessThan(megabyte)
    const workbook = await readWorkbook('带图.xlsx', rawXlsx({ sheets: [{ name: '表', rows: cell }], extra: [picture] }))
    expect(workbook.sheets[0]?.rows).toEqual([[1]])
  })

  test('an honest file of 30 MB is read', async () => {
    const noise = Array.from(randomBytes(30_000), (byte) => String.fromCharCode(0x4e00 + byte * 80)).join('')
    const row = (index: number) =>
      `<row r="${index}"><c r="A${index}" t="inlineStr"><is><t>${noise}</t></is></c>
        <c r="B${index}"><v>${index}</v></c></row>`
    const rows = Array.from({ length: 1100 }, (_, index) => row(index + 1)).join('')
    const bytes = rawXlsx({ sheets: [{ name: '表', rows }] })
    expect(bytes.length).toBeGreaterThan(30 * megabyte)
    const read = await readWorkbook('大.xlsx', bytes)
    expect(read.sheets[0]?.rows).toHaveLength(1100)
    expect(read.sheets[0]?.rows[1099]?.[1]).toBe(1100)
  })
})

const dif = 'TABLE\n0,1\n"x"\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"企业"\n0,12\nV\n-1,0\nBOT\n1,0\n"甲公司"\n-1,0\nEOD\n'
const sylk = 'ID;PWXL;N;E\nC;Y1;X1;K"企业"\nC;X2;K12\nC;Y2;X1;K"甲公司"\nE\n'

test('files of every kind that knows its end, cut at any place, are never read in part', async () => {
  const dbf = dbfFile([['企业', 'C', 20], ['人数', 'N', 6]], [['甲公司', '12'], ['乙公司', '3.5']])
  for (const whole of [dbf, Buffer.from(dif), Buffer.from(sylk), fixture('encrypted.xls'), fixture('encrypted-standard.xlsx')]) {
    const complete = await readWorkbook('x', whole, '台账2026')
    // Before its first lines nobody can tell what it is.
    for (let length = 30; length < whole.length; length += Math.ceil(whole.length / 40)) {
      const outcome: unknown = await readWorkbook('x', whole.subarray(0, length), '台账2026').catch((error: unknown) => error)
      if (!(outcome instanceof OfficeError)) expect([length, outcome]).toEqual([length, complete])
    }
  }
})

test('files with bytes overwritten at random give a workbook or a refusal, and nothing else', async () => {
  const whole = ['libreoffice.xlsx', 'libreoffice.xls', 'libreoffice.ods', 'libreoffice.html'].map(fixture)
  const locked = ['encrypted.xls', 'encrypted.ods', 'encrypted-standard.xlsx'].map(fixture)
  const dbf = dbfFile([['企业', 'C', 20], ['人数', 'N', 6]], [['甲公司', '12'], ['乙公司', '3.5']])
  const files = [...whole, ...locked, dbf, Buffer.from(dif), Buffer.from(sylk)]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  let refused = 0
  for (let round = 0; round < 400; round += 1) {
    const bytes = Buffer.from(files[round % files.length] ?? [])
    for (let hit = 0; hit <= round % 20; hit += 1) bytes[random(bytes.length)] = random(256)
    const outcome: unknown = await readWorkbook('x', bytes, '台账2026').catch((error: unknown) => error)
    if (outcome instanceof OfficeError) refused += 1
    else expect(outcome).toHaveProperty('sheets')
  }
  expect(refused).toBeGreaterThan(100)
})
