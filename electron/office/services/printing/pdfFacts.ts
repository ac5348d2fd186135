/** What a PDF says of itself, as Chromium writes it: page objects and names of fonts stand outside its packed streams. */
export interface PdfFacts {
  pages: number
  /** Names of the typefaces inside, without the mark of a subset. */
  fonts: string[]
}

export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const names = [...text.matchAll(/\/(?:BaseFont|FontName)\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(([, name]) => name ?? '')
  return { pages: [...text.matchAll(/\/Type\s*\/Page\b/g)].length, fonts: [...new Set(names)] }
}
