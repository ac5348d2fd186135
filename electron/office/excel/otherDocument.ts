import type { DocumentKind } from './refusal'

/** First bytes, as Latin-1, of what people choose by mistake. */
const signatures: readonly (readonly [signature: string, kind: DocumentKind | 'other'])[] = [
  ['%PDF', 'pdf'],
  ['%!PS', 'other'],
  ['{\\rtf', 'word'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
]

/** Marks that stand at byte 4 (video, HEIC) or 8 (WebP). */
const laterMarks: readonly (readonly [at: number, mark: string, kind: DocumentKind | 'other'])[] = [
  [4, 'ftyphei', 'picture'],
  [4, 'ftyp', 'other'],
  [8, 'WEBP', 'picture'],
]

/** Whether the bytes are a picture, PDF, RTF or archive, and which: a document, but no spreadsheet. */
export function otherDocument(bytes: Buffer): DocumentKind | 'other' | null {
  const head = bytes.subarray(0, 16).toString('latin1')
  const first = signatures.find(([signature]) => head.startsWith(signature))
  const later = laterMarks.find(([at, mark]) => head.startsWith(mark, at))
  const isBitmap = head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)
  return first?.[1] ?? later?.[2] ?? (isBitmap ? 'picture' : null)
}

/**
 * Offices lock their files with programs that make them unreadable outside; two kinds, seen in public code, mark what
 * they have locked.
 */
export function isLockedBySoftware(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 512).toString('latin1')
  return head.startsWith('%TSD-Header-###%') || head.includes('E-SafeNet')
}
