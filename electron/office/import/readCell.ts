import type { CalendarDate } from '../../../shared/domain/calendarDate'
import { nationalWords } from '../../../shared/domain/ownWords'
import { isPhone } from '../../../shared/domain/phone'
import { isPhoneMask } from '../../../shared/domain/phoneMask'
import type { PlainCell } from '../excel/sheet'
import { trimmed, withoutBlanks } from '../text/plainText'
import { toSimplified } from '../text/toSimplified'
import { serialDate } from '../excel/serialDate'
import type { FieldKind } from './importField'
import { flagValue, isBlankSign, isStateOwned, wordValue } from './wordTable'
import { writtenDate, type ReadDate } from './writtenDate'
import { shownFrequency, writtenFrequency } from './writtenFrequency'
import type { ReadingWords } from './readingWords'

/** What a cell says: a value, nothing, or a finding (with the value when there still is one). */
export interface CellReading {
  /** Undefined means "nothing stated": the ledger's value is left alone. */
  value: string | number | boolean | undefined
  /** Month precision of a date. */
  month?: true
  finding?: { code: string; level: 'error' | 'warning' | 'notice'; message: string }
}

const nothing: CellReading = { value: undefined }
const wrong = (code: string, level: 'error' | 'warning' | 'notice', message: string): CellReading => ({
  value: undefined,
  finding: { code, level, message },
})

/**
 * Reads one cell as its field's kind. `label` names the field in messages, `today` bounds dates, `own` are the words of
 * the district.
 */
export function readCell(
  cell: PlainCell | undefined,
  kind: FieldKind,
  label: string,
  today: CalendarDate,
  own: ReadingWords = nationalWords,
): CellReading {
  if (cell === null || cell === undefined) return nothing
  if (typeof cell === 'object' && 'error' in cell) {
    return wrong('V-09', 'error', `“${label}”是错误值或图片(${cell.error})，未导入这一格，原有内容不变`)
  }
  if (typeof cell === 'string' && trimmed(cell) === '') return nothing
  switch (kind.type) {
    case 'text':
      return readText(cell, kind, label)
    case 'code':
      return readCode(cell)
    case 'phone':
      return readPhone(cell, label)
    case 'count':
      return readCount(cell, label)
    case 'money':
      return readMoney(cell, kind.per ?? '万元', label)
    case 'decimal':
      return readDecimal(cell, label)
    case 'date':
      return readDate(cell, kind, label, today)
    case 'flag':
      return readFlag(cell, label, own)
    case 'word':
      return readWord(cell, kind.domain, label, own)
    case 'names':
      return readNames(cell)
    case 'frequency':
      return readFrequency(cell, label)
  }
}

function plain(cell: Exclude<PlainCell, null>): string {
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error
  if (cell === true) return '是'
  if (cell === false) return '否'
  return trimmed(String(cell)).replace(textMark, '')
}

/** The apostrophe that makes Excel keep a figure as text; it comes along when the text was pasted or exported. */
const textMark = /^['’‘`]+(?=[^'’‘`])/

/** Words people write where there is nothing to write: a liaison called 无 must not count as one. */
const noneWord = /^(无|暂无|没有|空缺|暂缺|待定|未定|不详|未知|未建|未组建|未成立|未建立|同上|〃|none|n\/a)$/i

/** Names and addresses, which people wrap by hand to fit a column. */
const longName = 100
const wrapped = /(?<=[\u4e00-\u9fff）)])[\t ]*[\r\n]+\s*(?=[\u4e00-\u9fff（(])/g

function isNone(text: string): boolean {
  return noneWord.test(toSimplified(text))
}

function readText(cell: Exclude<PlainCell, null>, { max, person, multiline }: Extract<FieldKind, { type: 'text' }>, label: string): CellReading {
  const text = multiline ? lines(cell) : max === longName ? plain(typeof cell === 'string' ? cell.replace(wrapped, '') : cell) : plain(cell)
  if (isBlankSign(text) || isNone(text)) return nothing
  if (person && (flagValue(text) !== undefined || /^[\d\s-]{7,}$/.test(text))) {
    return wrong('V-10', 'warning', `“${label}”填的“${text}”不是姓名，按未填处理`)
  }
  if (text.length <= max) return { value: text }
  return {
    value: text.slice(0, max),
    finding: { code: 'V-09', level: 'warning', message: `“${label}”超过 ${max} 个字，只保留前 ${max} 个字` },
  }
}

/** What is written over several lines stays so. */
function lines(cell: Exclude<PlainCell, null>): string {
  if (typeof cell !== 'string') return plain(cell)
  return cell.split(/\r\n?|\n/).map((line) => trimmed(line)).join('\n').trim().replace(textMark, '')
}

function readCode(cell: Exclude<PlainCell, null>): CellReading {
  if (typeof cell === 'number') {
    if (cell >= 1e15) {
      return wrong('V-06', 'warning', '信用代码以数字存储，末几位已丢失，未导入；请把该列改为文本格式后重新填写')
    }
    return { value: String(cell) }
  }
  const code = withoutBlanks(plain(cell).normalize('NFKC')).toUpperCase()
  if (isBlankSign(code) || isNone(code)) return nothing
  if (/^\d(\.\d+)?E\+\d+$/.test(code)) {
    return wrong('V-06', 'warning', `信用代码“${code}”是科学计数，末几位已丢失，未导入；请把该列改为文本格式后重新填写`)
  }
  return { value: code }
}

function readPhone(cell: Exclude<PlainCell, null>, label: string): CellReading {
  const text = plain(cell).normalize('NFKC')
  if (isBlankSign(text) || isNone(text)) return nothing
  if (isPhoneMask(text)) return wrong('V-12', 'notice', `“${label}”${text} 是隐藏后的电话，按未改动处理，台账里的号码不变`)
  const reading: CellReading = { value: text.slice(0, 40) }
  if (!isPhone(text)) {
    reading.finding = { code: 'V-12', level: 'warning', message: `“${label}”${text} 不像电话号码，已按原样导入，请核对` }
  }
  return reading
}

function readCount(cell: Exclude<PlainCell, null>, label: string): CellReading {
  const proposal = (text: string, n?: string): CellReading =>
    wrong('V-09', 'error', `“${label}”${text} 不是整数，未导入这一格，原有数不变${n ? `；是否为 ${n}？` : ''}`)
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? { value: cell } : proposal(String(cell))
  if (typeof cell !== 'string') return proposal(plain(cell))
  const text = withoutBlanks(plain(cell).normalize('NFKC')).replace(/,/g, '')
  if (isBlankSign(text)) return nothing
  if (/^(无|没有)$/.test(text)) return { value: 0 }
  const whole = /^(?:共)?(\d{1,9})(?:\.0+)?[人名个家位户次项块面册]?$/.exec(text) ?? /^(\d{1,2})年$/.exec(text)
  if (whole) return { value: Number(whole[1]) }
  return proposal(text, /\d+/.exec(text)?.[0])
}

/** What one of a unit is in 元. */
const yuan: Record<string, number> = { 元: 1, 千元: 1000, 万: 10_000, 万元: 10_000, 百万元: 1_000_000, 亿: 100_000_000, 亿元: 100_000_000 }

const twoPlaces = (n: number): number => Math.round(n * 100) / 100

function readMoney(cell: Exclude<PlainCell, null>, per: '元' | '万元', label: string): CellReading {
  if (typeof cell === 'number') {
    return cell >= 0 ? { value: twoPlaces(cell) } : wrong('V-09', 'error', `“${label}”不能是负数，未导入这一格，原有数不变`)
  }
  const text = withoutBlanks(plain(cell).normalize('NFKC')).replace(/,/g, '')
  if (isBlankSign(text)) return nothing
  if (/^(无|没有)$/.test(text)) return { value: 0 }
  const match = /^¥?(\d{1,12}(?:\.\d+)?)(百万元|千元|万元|亿元|万|亿|元)?(?:人民币|整)?$/.exec(text)
  if (match) return { value: twoPlaces((Number(match[1]) * (yuan[match[2] ?? per] ?? 1)) / (yuan[per] ?? 1)) }
  return wrong('V-09', 'error', `“${label}”${text} 不是金额，未导入这一格，原有数不变`)
}

/** Points, square metres: 0 or more, the unit behind it left out. */
function readDecimal(cell: Exclude<PlainCell, null>, label: string): CellReading {
  if (typeof cell === 'number' && cell >= 0) return { value: cell }
  const text = withoutBlanks(plain(cell).normalize('NFKC')).replace(/,/g, '')
  if (isBlankSign(text)) return nothing
  if (/^(无|没有)$/.test(text)) return { value: 0 }
  const match = /^(?:约)?(\d{1,9}(?:\.\d+)?)(?:m2|平方米|平米|平方|分|个|项|块|面|册|本|套|间|次)?$/.exec(text)
  if (match && !text.startsWith('约')) return { value: Number(match[1]) }
  return wrong('V-09', 'error', `“${label}”${text} 不是数字，未导入这一格，原有内容不变${match ? `；是否为 ${match[1] ?? ''}？` : ''}`)
}

function readFlag(cell: Exclude<PlainCell, null>, label: string, own: ReadingWords): CellReading {
  if (typeof cell === 'boolean') return { value: cell }
  const text = plain(cell)
  const value = flagValue(text, own)
  if (value !== undefined) return { value }
  if (isBlankSign(text)) return nothing
  if (/预备党员/.test(text)) {
    return wrong('V-10', 'warning', `“${label}”填的是“${text}”，预备党员是否计为党员请人工确定，暂按未填处理`)
  }
  return wrong('V-10', 'warning', `“${label}”填的“${text}”认不出是或否，按未填处理`)
}

function readWord(
  cell: Exclude<PlainCell, null>,
  domain: Extract<FieldKind, { type: 'word' }>['domain'],
  label: string,
  own: ReadingWords,
): CellReading {
  const text = plain(cell)
  const value = wordValue(domain, text, own)
  if (value !== null) return { value }
  if (isBlankSign(text) || isNone(text)) return nothing
  if (domain === 'enterpriseType' && isStateOwned(text)) {
    return wrong('V-08', 'warning', `企业类型填的是“${text}”，可能不是非公有制企业，请核对；类型暂按未填处理`)
  }
  return wrong('V-10', 'warning', `“${label}”填的“${text}”不在可选项中，按未填处理`)
}

/**
 * Several names stay one text as they were divided: a name may hold a 、 itself where each stands in a line of its own, so
 * only who knows the names can tell them apart.
 */
function readNames(cell: Exclude<PlainCell, null>): CellReading {
  const text = lines(cell)
  return isBlankSign(text) || isNone(text) ? nothing : { value: text }
}

function readFrequency(cell: Exclude<PlainCell, null>, label: string): CellReading {
  const text = plain(cell)
  if (isBlankSign(text) || isNone(text)) return nothing
  const frequency = writtenFrequency(text)
  if (frequency) return { value: shownFrequency(frequency) }
  return wrong('V-10', 'warning', `“${label}”填的“${text}”认不出是每周(月、季、半年、年)几次，按未填处理`)
}

function readDate(cell: Exclude<PlainCell, null>, kind: Extract<FieldKind, { type: 'date' }>, label: string, today: CalendarDate): CellReading {
  const found = dateOf(cell, today)
  if (found === undefined) return nothing
  const shown = plain(cell)
  if (found === null) return wrong('V-11', 'warning', `“${label}”${shown} 不是日期，按未填处理；请写成 2020-01-01 的样子`)
  if (found === 'january-or-october') {
    return wrong('V-11', 'warning', `“${label}”${shown} 以数字存储，分不清是 1 月还是 10 月，按未填处理；请写成 2020-10 的样子`)
  }
  if (found.date < kind.earliest) return wrong('V-11', 'warning', `“${label}”${found.date} 过早，按未填处理`)
  if (!kind.future && found.date > today) return wrong('V-11', 'warning', `“${label}”${found.date} 在今天之后，按未填处理`)
  const reading: CellReading = found.month ? { value: found.date, month: true } : { value: found.date }
  if (found.shortYear) {
    reading.finding = { code: 'V-11', level: 'warning', message: `“${label}”${shown} 只写了两位年份，按 ${found.date} 导入，请核对` }
  }
  return reading
}

function dateOf(cell: Exclude<PlainCell, null>, today: CalendarDate): ReadDate | 'january-or-october' | null | undefined {
  if (typeof cell === 'object') return 'date' in cell ? { date: cell.date, ...(cell.month ? { month: true } : {}) } : null
  if (typeof cell === 'boolean') return null
  // As a number, 2019.10 has lost its zero.
  if (typeof cell === 'number' && /^\d{4}\.1$/.test(String(cell))) return 'january-or-october'
  const text = plain(cell)
  if (isBlankSign(text) || isNone(text)) return undefined
  const serial = /^\d{5}(?:\.\d+)?$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : Number.NaN
  if (serial >= 20_000 && serial <= 60_000) {
    const date = serialDate(serial, false)
    return date === null ? null : { date }
  }
  return writtenDate(text, today)
}
