import type { Merge, PlainCell } from '../excel/sheet'
import { wordKey } from '../text/wordKey'
import { cellText, repeatsHeader, type FoundTable } from './findTable'

export type RowRole =
  | { role: 'row' }
  | { role: 'blank' }
  /** A heading or title between the rows: it may say something of the rows below. */
  | { role: 'heading'; texts: readonly string[] }
  | { role: 'sum'; scope: 'all' | 'part' }
  | { role: 'other' }

const sumWord = /^(.{0,12}?)(合计数?|总计|共计|累计|小计|平均数?|总数)(?:\(.*\)|数|[\d,]+[家户个人名])?$/
const signature = /填表人|审核人|制表人|填报人|经办人|填报日期|(?:主管|分管)领导|负责人[:(]|签字|签章|单位负责人|^联系(?:人|电话)(?:$|:)/
const headLine = /^(?:填报|上报|报送|填表|制表|统计|截[止至])(?:单位|时间|日期|至)?(?:\([^()]*\))?[:至]|^(?:单位|单位名称|日期)(?:\([^()]*\))?:/
const note = /^(?:注|说明|备注|注意|附注)\d?[:、.]|^(?:考核|评定)?等次(?:$|[:、.])|^(?:注意事项|填表说明|填报说明|\(?以下空白|\(?以下无正文)/
const onlyOrdinal = /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/

export interface RowPlace {
  r: number
  merges: readonly Merge[]
  /** The column that names what a row is about. */
  nameIndex: number
  table: FoundTable
  /** The columns that are read. */
  columns: ReadonlySet<number>
  /** Whether a text is a heading that says something of the rows below it. */
  isSection(text: string): boolean
}

/** What a row below the header is: data, or one of the rows people put between and after data. */
export function rowRole(row: readonly PlainCell[], place: RowPlace): RowRole {
  const filled: { index: number; text: string }[] = []
  for (let index = 0; index < row.length; index++) {
    const text = cellText(row[index]).trim()
    if (text !== '') filled.push({ index, text })
  }
  const first = filled[0]
  if (!first) return { role: 'blank' }

  const sum = sumOf(filled)
  if (sum) return sum
  const firstKey = wordKey(first.text)
  if (/^\(?示例|^例\d?$|^例如|^样例/.test(firstKey)) return { role: 'other' }
  if (repeatsHeader(row, place.table) || isColumnNumbers(filled, firstKey)) return { role: 'other' }
  if (headLine.test(first.text.normalize('NFKC'))) return { role: 'heading', texts: filled.map(({ text }) => text) }
  if (note.test(firstKey) || (signature.test(firstKey) && (first.index !== place.nameIndex || /[:：]/.test(first.text)))) return { role: 'other' }
  if (isLonely(filled, place)) return { role: 'heading', texts: [first.text] }
  const second = filled[1]
  if (second && onlyOrdinal.test(firstKey) && place.isSection(second.text)) return { role: 'heading', texts: [second.text] }
  return { role: 'row' }
}

const stems = '甲乙丙丁戊己庚辛'

/** The row below the header of a statistical table that numbers its columns: 甲 乙 1 2 3. */
function isColumnNumbers(filled: readonly { text: string }[], firstKey: string): boolean {
  if (filled.length < 4 || !/^\(?[甲1]\)?$/.test(firstKey)) return false
  let letters = 0
  let number = 0
  return filled.every(({ text }) => {
    const key = wordKey(text).replace(/^\((.*)\)$/, '$1')
    if (number === 0 && key === stems[letters]) {
      letters++
      return true
    }
    return Number(key) === ++number
  })
}

/** Behind the first cells, where columns were moved, only the bare word says it. */
const bareSum = /^\s*(?:合\s*计|总\s*计|小\s*计|平\s*均)\s*$/

function sumOf(filled: readonly { text: string }[]): RowRole | null {
  for (const [i, { text }] of filled.entries()) {
    if (i > 2 && !bareSum.test(text)) continue
    if (text.length >= 24 || !/[计計均数數]/.test(text)) continue
    const match = sumWord.exec(wordKey(text))
    if (!match) continue
    if (match[2]?.startsWith('平均')) return { role: 'other' }
    return { role: 'sum', scope: match[2] === '小计' || match[1] !== '' ? 'part' : 'all' }
  }
  return null
}

/** One text in a row of its own. Inside the table it belongs to a row, unless it is merged, dated or a sentence. */
function isLonely(filled: readonly { index: number; text: string }[], { r, merges, nameIndex, table, columns, isSection }: RowPlace): boolean {
  const [first, second] = filled
  if (!first || second) return false
  const wide = merges.some((merge) => merge.top === r && merge.left <= first.index && merge.right > merge.left)
  const inside = columns.has(first.index) && first.index !== table.columns[0]?.index
  if (first.index !== nameIndex && (!inside || wide)) return true
  return wide || first.text.length > 60 || /[。；]|[:：]|\d{4}年/.test(first.text) || isSection(first.text)
}
