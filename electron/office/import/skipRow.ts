import type { Merge, PlainCell } from '../excel/sheet'
import { wordKey } from '../text/wordKey'
import { cellText } from './findTable'
import { wordValue } from './wordTable'

export type RowRole =
  | { role: 'row' }
  | { role: 'blank' }
  | { role: 'section'; sector: string }
  | { role: 'sum'; scope: 'all' | 'part' }
  | { role: 'other' }

const sumWord = /^(合计|总计|共计|累计|小计|本页小计|本页合计|平均|总数|合计数)[::]?$/
const partWord = /^(小计|本页小计|本页合计|平均)/
const signature = /填表人|审核人|制表人|填报人|填报日期|负责人[::(]|签字|签章|单位负责人/
const note = /^(注|说明|备注|注意|填表说明|填报说明)[::、.]|^(注意事项|填表说明)/
const ordinal = /^[一二三四五六七八九十]+[、.]|^\([一二三四五六七八九十]+\)/

/** A text that heads a section of rows rather than being one: 非公企业, 二、社会组织. */
function sectorOf(text: string): string | null {
  return wordValue('sector', wordKey(text).replace(ordinal, '').replace(/\(.*\)$/, '').replace(/[::]$/, ''))
}

/** Three of its first cells read like the header above them. */
function repeatsHeader(filled: readonly { index: number; text: string }[], header: ReadonlyMap<number, string>): boolean {
  return filled.length >= 3 && filled.slice(0, 3).every(({ index, text }) => header.get(index) === wordKey(text))
}

/**
 * What a row below the header is: data, or one of the rows people put between and after data. `nameIndex` is the
 * column of the enterprise's name, `header` the header texts by column, for headers repeated on later pages.
 */
export function rowRole(
  row: readonly PlainCell[],
  r: number,
  merges: readonly Merge[],
  nameIndex: number,
  header: ReadonlyMap<number, string>,
): RowRole {
  const filled: { index: number; text: string }[] = []
  for (let index = 0; index < row.length; index++) {
    const text = cellText(row[index]).trim()
    if (text !== '') filled.push({ index, text })
  }
  const first = filled[0]
  if (!first) return { role: 'blank' }

  const firstKey = wordKey(first.text)
  if (filled.slice(0, 3).some(({ text }) => text.length < 10 && sumWord.test(wordKey(text)))) {
    return { role: 'sum', scope: partWord.test(firstKey) ? 'part' : 'all' }
  }
  if (/^示例|^例$|^样例/.test(firstKey)) return { role: 'other' }
  if (repeatsHeader(filled, header)) return { role: 'other' }

  const wide = merges.some((merge) => merge.top === r && merge.left <= first.index && merge.right > merge.left)
  const lonely = filled.length === 1 && (wide || first.index !== nameIndex)
  if (lonely) {
    const sector = sectorOf(first.text)
    return sector ? { role: 'section', sector } : { role: 'other' }
  }
  if (signature.test(firstKey) || note.test(first.text.trim())) return { role: 'other' }
  return { role: 'row' }
}
