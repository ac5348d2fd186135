import { calendarDate } from '../domain/calendarDate'
import { quoted } from '../domain/quoted'
import type { Field, FieldValue } from './field'
import { centsOf } from './showField'

/** What typed or pasted text says for a field: a value, or the sentence that says why it cannot be read. */
export type FieldReading = { ok: true; value: FieldValue } | { ok: false; message: string }

const value = (read: FieldValue): FieldReading => ({ ok: true, value: read })
const refused = (message: string): FieldReading => ({ ok: false, message })

/**
 * Reads what a person typed or pasted from a sheet. Nothing, a dash or a slash is null; full-width digits count as
 * digits. A `ref` is not read here: its name has to be looked up. The rule of the field itself is `checkField`.
 */
export function readField(field: Field, typed: string): FieldReading {
  const text = typed.normalize('NFKC').trim()
  if (field.type === 'text') return value(typed.trim() === '' ? null : typed.trim())
  if (field.type === 'list') return value(typed.split(/[\n、;;]/).map((part) => part.trim()).filter((part) => part !== ''))
  if (field.type === 'yearCounts') return readYearCounts(field.label, text)
  if (/^[-—–/]?$/.test(text)) return value(null)
  switch (field.type) {
    case 'phone':
      return value(text)
    case 'creditCode':
      return value(text.replace(/\s/g, '').toUpperCase())
    case 'count':
      return readCount(field.label, text)
    case 'number':
      return readNumber(field.label, text)
    case 'money': {
      const [, digits = '', unit] = /^(.*?)(万元|万|元)?$/.exec(text.replace(/[,\s¥]/g, '')) ?? []
      const amount = centsOf(digits, unit === undefined ? field.per : unit === '元' ? '元' : '万元')
      return amount === null ? refused(`${quoted(field.label)}应填金额（${field.per}），不能是${quoted(typed)}`) : value(amount)
    }
    case 'date':
      return readDate(field.label, text, typed)
    case 'quarter':
      return readQuarter(field.label, text, typed)
    case 'flag':
      return readFlag(field.label, text, typed)
    case 'choice':
      return readChoice(field, text, typed)
    case 'ref':
      return refused(`${quoted(field.label)}要从列表中选`)
  }
}

function readCount(label: string, text: string): FieldReading {
  const match = /^(\d{1,9})(?:\.0+)?[人名个家次]?$/.exec(text.replace(/,/g, ''))
  return match ? value(Number(match[1])) : refused(`${quoted(label)}应填不小于 0 的整数，不能是${quoted(text)}`)
}

function readNumber(label: string, text: string): FieldReading {
  const match = /^(\d{1,9}(?:\.\d+)?)(?:%|㎡|m2|平方米)?$/.exec(text.replace(/,/g, ''))
  return match ? value(Number(match[1])) : refused(`${quoted(label)}应填不小于 0 的数，不能是${quoted(text)}`)
}

const fullDate = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/
const compactDate = /^(\d{4})(\d{2})(\d{2})$/

function readDate(label: string, text: string, typed: string): FieldReading {
  const match = fullDate.exec(text) ?? compactDate.exec(text)
  const date = match && calendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
  return date ? value(date) : refused(`${quoted(label)}应填日期，例如 2026-03-05，不能是${quoted(typed.trim())}`)
}

function readQuarter(label: string, text: string, typed: string): FieldReading {
  const match = /^(\d{4})年?第?([1-4一二三四])季度?$|^(\d{4})[-.]?Q([1-4])$/i.exec(text)
  if (!match) return refused(`${quoted(label)}应填季度，例如 2026年第2季度，不能是${quoted(typed.trim())}`)
  const quarter = match[2] ?? match[4] ?? ''
  const number = '一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : Number(quarter)
  return value(`${match[1] ?? match[3] ?? ''}年第${number}季度`)
}

function readFlag(label: string, text: string, typed: string): FieldReading {
  if (/^(是|有|已|已建|对|√|✓|✔|☑|y|yes|true|1)$/i.test(text)) return value(true)
  if (/^(否|无|未|未建|不|×|✗|x|n|no|false|0)$/i.test(text)) return value(false)
  return refused(`${quoted(label)}应填“是”或“否”，不能是${quoted(typed.trim())}`)
}

function readChoice(field: Extract<Field, { type: 'choice' }>, text: string, typed: string): FieldReading {
  const plain = typed.trim()
  const found = field.options.find((option) => option === plain || option === text || field.shown?.[option] === plain)
  if (found !== undefined) return value(found)
  const options = field.options.map((option) => field.shown?.[option] ?? option)
  return refused(`${quoted(field.label)}只能填${options.map((option) => quoted(option)).join('、')}，不能是${quoted(plain)}`)
}

function readYearCounts(label: string, text: string): FieldReading {
  if (text === '') return value([])
  const counts = text.split(/[、,;\n]/).map((part) => /^(\d{4})年?[::]?\s*(\d{1,3})次?$/.exec(part.trim()))
  if (counts.includes(null)) return refused(`${quoted(label)}应按年度填次数，例如 2026年2次，不能是${quoted(text)}`)
  return value(counts.flatMap((match) => (match ? { year: Number(match[1]), count: Number(match[2]) } : [])))
}
