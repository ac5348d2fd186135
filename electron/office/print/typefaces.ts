import type { PrintFont } from '../ports'

/**
 * The typefaces of paper. The official ones stand on every Chinese office machine and may not be passed on, so they are
 * named first; the open one that comes with the program stands in for them.
 */

/** How a document calls the open typeface. */
const family = 'Ledger Serif'

const open = `"${family}", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", serif`

/** CSS font families: the official face, its names on other systems, the open one, whatever there is. */
export const typefaces = {
  song: `SimSun, "宋体", NSimSun, "Songti SC", STSong, ${open}`,
  fangSong: `"仿宋_GB2312", FangSong_GB2312, FangSong, "仿宋", STFangsong, "华文仿宋", ${open}`,
  kai: `"楷体_GB2312", KaiTi_GB2312, KaiTi, "楷体", STKaiti, "华文楷体", ${open}`,
  hei: `SimHei, "黑体", "Heiti SC", STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", ${open}`,
  /** Titles of letters. */
  title: `"方正小标宋简体", "方正小标宋_GBK", FZXiaoBiaoSong-B05S, FZXiaoBiaoSong-B05, STZhongsong, "华文中宋", SimSun, "宋体", ${open}`,
} as const satisfies Record<string, string>

const ranges: Readonly<Record<PrintFont['script'], string>> = {
  latin: 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  chinese: 'U+2000-2121, U+2123-2190, U+2192, U+2194-2211, U+2213-2214, U+2216-FEFE, U+FF00-FFFC, U+20000-3FFFF',
}

/** The rules that carry the open typeface inside the document, so that it needs nothing beside itself. */
export function fontFaces(fonts: readonly PrintFont[]): string {
  return fonts
    .map(({ weight, script, bytes }) => {
      const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")`
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: ${source}; unicode-range: ${ranges[script]} }`
    })
    .join('\n')
}
