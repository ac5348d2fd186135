/** First bytes, as Latin-1, of what people choose by mistake. */
const signatures: readonly string[] = [
  '%PDF',
  '%!PS',
  '{\\rtf',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'II*\0',
  'MM\0*',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'MIME-Version:',
]

/** Marks that stand at byte 4 (video, HEIC) or 8 (WebP). */
const laterMarks: readonly (readonly [at: number, mark: string])[] = [
  [4, 'ftyp'],
  [8, 'WEBP'],
]

/** Pictures, PDF, RTF, saved mail and archives: documents, but no spreadsheets. */
export function isOtherDocument(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 16).toString('latin1')
  return (
    signatures.some((signature) => head.startsWith(signature)) ||
    laterMarks.some(([at, mark]) => head.startsWith(mark, at)) ||
    (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6))
  )
}
