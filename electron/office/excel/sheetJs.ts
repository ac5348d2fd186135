/** The one door to SheetJS: its tables loaded, its defaults set, its console silenced. */
import { parse_zip, read, set_cptable, SSF, type ParsingOptions, type WorkBook } from '@e965/xlsx'

/** A part of a zip as SheetJS asks for it; it is inflated when it is asked for, not before. */
export interface ZipFilePart {
  name: string
  asNodeBuffer(): Buffer
}

// Exported by the library but missing from its types.
declare module '@e965/xlsx' {
  function parse_zip(zip: { files: Record<string, ZipFilePart> }, options: ParsingOptions): WorkBook
}

// Excel 95 keeps Chinese text in code page 936, and its predecessors do not even say so.
const chineseCodePage = 936

/** What old workbooks and markup are decoded with. Its tables take as long to load as everything else together. */
export async function loadCodePages(): Promise<void> {
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
}

/**
 * Number formats 27–36 and 50–58 are not spelt out in files: they mean the dates of the reader's language. Chinese
 * Excel uses 31, 57 and 58 for yyyy年m月d日, yyyy年m月 and m月d日.
 */
export const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** Dense rows, number formats kept to tell dates from numbers, nothing formatted into text. */
export function parsingOptions(): ParsingOptions {
  return { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false }
}

/** `files` is every part the workbook may ask for. Parts that are missing or broken surface as missing sheets. */
export function parseZipParts(files: Record<string, ZipFilePart>, options: ParsingOptions): WorkBook {
  return quietly(() => parse_zip({ files }, options))
}

/** After `loadCodePages`: a BIFF stream without encryption and without a container around it. */
export function parseBiff(bytes: Buffer): WorkBook {
  return quietly(() => {
    loadChineseFormats()
    return read(bytes, { ...parsingOptions(), type: 'buffer', codepage: chineseCodePage })
  })
}

/** After `loadCodePages`: HTML tables, SpreadsheetML 2003 or flat ODS, already decoded. Text of HTML cells stays text. */
export function parseMarkup(text: string): WorkBook {
  return quietly(() => read(text, { ...parsingOptions(), type: 'string', raw: true }))
}

export function isDateOrTimeFormat(format: string): boolean {
  return SSF.is_date(format)
}

function loadChineseFormats(): void {
  for (const [id, format] of Object.entries(chineseFormats)) SSF.load(format, Number(id))
}

/** SheetJS writes its doubts about a file to the console, where nobody can act on them. It works synchronously. */
function quietly<T>(work: () => T): T {
  const { error, warn, log } = console
  const silent = () => undefined
  Object.assign(console, { error: silent, warn: silent, log: silent })
  try {
    return work()
  } finally {
    Object.assign(console, { error, warn, log })
  }
}
