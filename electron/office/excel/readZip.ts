import type { WorkBook } from '@e965/xlsx'
import { openOdsParts } from './crypto/openOdsParts'
import { localeFormats } from './localeFormats'
import { readOdsExtras, refuseRepeats, type OdsExtras } from './odsContent'
import { Refusal, refuseDocument, type DocumentKind } from './refusal'
import { parseZipParts, parsingOptions, type ZipFilePart } from './sheetJs'
import { openZip, refuseSwelling, type ZipPart } from './zipParts'

/** What is never read: pictures, charts, comments, macros, caches. They may be large, and no cell depends on them. */
const folders =
  'media|drawings|charts|embeddings|pictures|thumbnails|configurations2|pivotcache|pivottables|threadedcomments|' +
  'printersettings|customxml|docprops|ctrlprops|externallinks|chartsheets/_rels'
const files = 'comments\\d*\\.xml|vbaproject\\.bin|calcchain\\.(?:xml|bin)'
const besidesCells = new RegExp(`(?:^|/)(?:(?:${folders})/|(?:${files})$)`, 'i')

const otherOpenDocument = /^application\/vnd\.oasis\.opendocument\.(?!spreadsheet)(\w+)/

export interface ZipWorkbook {
  kind: 'xlsx' | 'ods'
  workbook: WorkBook
  /** What SheetJS does not tell about an ODS file. */
  ods: OdsExtras | null
}

/** Reads xlsx, xlsm, xlsb, ods and .et of the zip kind. Throws Refusal. */
export async function readZip(bytes: Buffer, password: string | undefined): Promise<ZipWorkbook> {
  const parts = (await openZip(bytes)).filter(({ name }) => !name.endsWith('/') && !besidesCells.test(name))
  refuseSwelling(parts)
  const part = (name: string) => parts.find((candidate) => candidate.name.toLowerCase() === name)
  const manifest = part('meta-inf/manifest.xml')
  if (manifest && !part('[content_types].xml')) return readOds(parts, manifest, password)
  // WPS writes content types of its own, so the place of the workbook decides.
  if (!part('xl/workbook.xml') && !part('xl/workbook.bin') && !isSpreadsheet(part('[content_types].xml'))) {
    refuseDocument(kindOf(parts))
  }
  return readXlsx(parts)
}

function isSpreadsheet(types: ZipPart | undefined): boolean {
  return types !== undefined && /spreadsheetml|vnd\.ms-excel/i.test(types.read().toString('latin1'))
}

function kindOf(parts: readonly ZipPart[]): DocumentKind {
  const has = (pattern: RegExp) => parts.some(({ name }) => pattern.test(name))
  if (has(/^word\/document\.xml$/i)) return 'word'
  if (has(/^ppt\/presentation\.xml$/i)) return 'slides'
  return has(/^(?:Index\/.*\.iwa|Index\.zip)$/) ? 'numbers' : 'archive'
}

function readXlsx(parts: readonly ZipPart[]): ZipWorkbook {
  const options = parsingOptions()
  const workbook = parseParts(parts, (name, bytes) => {
    // Formulas cost time and are only wanted to know a WPS picture from an unknown function.
    if (bytes.includes('DISPIMG')) options.cellFormula = true
    return /styles\d*\.xml$/i.test(name) ? localeFormats(bytes) : bytes
  }, options)
  return { kind: 'xlsx', workbook, ods: null }
}

function readOds(closed: readonly ZipPart[], manifest: ZipPart, password: string | undefined): ZipWorkbook {
  const mimetype = closed.find(({ name }) => name === 'mimetype')
  const other = otherOpenDocument.exec(mimetype?.read().toString('latin1') ?? '')?.[1]
  if (other !== undefined) refuseDocument(other === 'presentation' ? 'slides' : other === 'text' ? 'word' : undefined)
  const parts = openOdsParts(closed, manifest.read().toString('utf8'), password)
  refuseSwelling(parts)
  const content = parts.find(({ name }) => name === 'content.xml')
  if (!content) refuseDocument()
  const text = content.read().toString('utf8')
  refuseRepeats(text)
  const workbook = parseParts(parts, (_name, bytes) => bytes, parsingOptions())
  return { kind: 'ods', workbook, ods: readOdsExtras(text) }
}

/**
 * SheetJS asks for parts while it parses and swallows what goes wrong with a single sheet. The first refusal is
 * therefore kept and thrown afterwards, and a sheet that did not arrive counts as damage: half a file is no file.
 */
function parseParts(
  parts: readonly ZipPart[],
  prepare: (name: string, bytes: Buffer) => Buffer,
  options: ReturnType<typeof parsingOptions>,
): WorkBook {
  let refusal: Refusal | null = null
  const files: Record<string, ZipFilePart> = Object.create(null)
  for (const { name, read } of parts) {
    files[name] = {
      name,
      asNodeBuffer() {
        try {
          return prepare(name, read())
        } catch (error) {
          if (error instanceof Refusal) refusal ??= error
          throw error
        }
      },
    }
  }
  try {
    const workbook = parseZipParts(files, options)
    if (refusal) throw refusal
    if (workbook.SheetNames.length === 0 || workbook.SheetNames.some((name) => !workbook.Sheets[name])) {
      throw new Refusal('damaged')
    }
    return workbook
  } catch (error) {
    throw refusal ?? (error instanceof Refusal ? error : new Refusal('damaged', error))
  }
}
