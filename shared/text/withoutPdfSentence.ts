import type { WithoutPdf } from '../contract/report'

const mostNames = 3

/** What a set of reports lacks, in one sentence; null when every PDF it asks for is there. */
export function withoutPdfSentence({ noBrowser, tooLong, limit }: WithoutPdf): string | null {
  if (noBrowser) return '这台电脑上没有找到能生成 PDF 的浏览器（Edge、Chrome 或 Chromium），这一套只有 Excel 文件，没有 PDF。'
  if (tooLong.length === 0) return null
  const names = tooLong.slice(0, mostNames).map((name) => `“${name}”`).join('、')
  const more = tooLong.length > mostNames ? `等 ${tooLong.length} 张表` : ''
  return `${names}${more}超过 ${limit.toLocaleString('en')} 行，打印不了，只有 Excel 文件，没有 PDF。`
}
