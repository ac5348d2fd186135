import { isCalendarDate } from '../domain/calendarDate'
import { creditCodeVerdict } from '../domain/creditCode'
import { isPhone } from '../domain/phone'
import { isPhoneMask } from '../domain/phoneMask'
import { quoted } from '../domain/quoted'
import type { Field, FieldValue, YearCount } from './field'

/** What the field's own rule says of a value: an error blocks, a warning explains; null when it is good. */
export interface FieldFinding {
  level: 'error' | 'warning'
  message: string
}

const error = (message: string): FieldFinding => ({ level: 'error', message })
const warning = (message: string): FieldFinding => ({ level: 'warning', message })

/** The rule of one field alone, the same beside the input and in the office. `today` is a YYYY-MM-DD. */
export function checkField(field: Field, value: FieldValue | undefined, today: string): FieldFinding | null {
  const { label } = field
  if (value === null || value === undefined || value === '') {
    return field.required ? error(`${quoted(label)}不能为空`) : null
  }
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return wrongType(label)
      return value.length > field.max ? error(`${quoted(label)}不能超过 ${field.max} 个字，现在 ${value.length} 个字`) : null
    case 'phone':
      if (typeof value !== 'string' || value.length > 40) return wrongType(label)
      return isPhone(value) || isPhoneMask(value) ? null : warning(`${quoted(value)}不像电话号码，请核对`)
    case 'creditCode':
      return typeof value === 'string' ? checkCode(value) : wrongType(label)
    case 'count':
      return checkNumber(field, value, true)
    case 'number':
      return checkNumber(field, value, false)
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? null : wrongType(label)
    case 'date':
      if (typeof value !== 'string' || !isCalendarDate(value)) return error(`${quoted(label)}不是日期`)
      if (value < '1900-01-01') return error(`${quoted(label)}${value} 过早，请核对`)
      return field.past && value > today ? error(`${quoted(label)}不能在今天（${today}）之后`) : null
    case 'quarter':
      return typeof value === 'string' && /^\d{4}年第[1-4]季度$/.test(value) ? null : wrongType(label)
    case 'flag':
      return typeof value === 'boolean' ? null : wrongType(label)
    case 'choice':
      return typeof value === 'string' && field.options.includes(value) ? null : error(`${quoted(label)}没有${quoted(String(value))}这一项`)
    case 'list':
      if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) return wrongType(label)
      return value.some((part) => part.length > field.max) ? error(`${quoted(label)}每一项不能超过 ${field.max} 个字`) : null
    case 'yearCounts':
      return Array.isArray(value) && value.every(isYearCount) ? null : wrongType(label)
    case 'ref':
      return typeof value === 'number' ? null : wrongType(label)
  }
}

function isYearCount(part: string | YearCount): boolean {
  if (typeof part === 'string') return false
  return part.year >= 1949 && part.year <= 2100 && part.count >= 0 && part.count <= 999
}

function wrongType(label: string): FieldFinding {
  return error(`${quoted(label)}填写的内容不对`)
}

function checkCode(code: string): FieldFinding | null {
  const verdict = creditCodeVerdict(code)
  if (verdict === 'shape') return error('统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）；旧的注册号请填在“原注册号”')
  return verdict === 'check-digit' ? warning('信用代码末位校验不符，请对照营业执照核对') : null
}

function checkNumber(
  field: Extract<Field, { type: 'count' | 'number' }>,
  value: FieldValue,
  whole: boolean,
): FieldFinding | null {
  const { label } = field
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(label)
  if (whole && !Number.isInteger(value)) return error(`${quoted(label)}应是整数`)
  const min = (field.type === 'count' ? field.min : undefined) ?? 0
  if (value < min) return error(`${quoted(label)}不能小于 ${min}`)
  const max = field.max ?? 999_999_999
  return value > max ? error(`${quoted(label)}不能大于 ${max}`) : null
}
