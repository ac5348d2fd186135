import type { PrintFont } from '../ports'
import { escaped } from './markup'
import { fontFaces } from './typefaces'

export interface FrameInput {
  /** Named by the window and the PDF's properties. */
  title: string
  /** Rules of this kind of document. */
  css: string
  /** Markup. */
  body: string
  fonts: readonly PrintFont[]
}

/** It holds all it needs, runs nothing and asks nobody: a name in the ledger can be no more than text. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

/** One document that can be shown, printed or made into a PDF by any Chromium, without anything beside it. */
export function printFrame({ title, css, body, fonts }: FrameInput): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style>
${fontFaces(fonts)}
${css}
</style>
</head>
<body>
${body}
</body>
</html>
`
}
