import type { FrequencyUnit } from '../../../shared/domain/valueDomain'
import { withoutBlanks } from '../text/plainText'

/** How often an enterprise is to be visited: so many times in each unit. */
export interface Frequency {
  times: number
  unit: FrequencyUnit
}

const units: Readonly<Record<string, FrequencyUnit>> = { 周: '周', 星期: '周', 月: '月', 月度: '月', 季: '季', 季度: '季', 半年: '半年', 年: '年', 年度: '年' }
const unit = '(周|星期|月度|月|季度|季|半年|年度|年)'
const number = '(\\d{1,2}|[一二两三四五六七八九十])'
const inUnit = new RegExp(`^(?:每|一|1)?个?${unit}(?:内)?(?:不少于|不低于|至少|最少|走访|联系|指导|到企)*${number}(?:次|回|遍)(?:以上)?$`)
const perUnit = new RegExp(`^${number}(?:次|回)(?:/|每)(?:每|个)?${unit}$`)
const bare = new RegExp(`^每个?${unit}$`)
const numerals = '零一二三四五六七八九十'

/** 每月1次, 每季度不少于两次, 1次/周, 每月. Null for what says no such thing, or names a period of its own (每两月). */
export function writtenFrequency(text: string): Frequency | null {
  const key = withoutBlanks(text.normalize('NFKC'))
  const [times, period] = parts(key)
  const known = period === undefined ? undefined : units[period]
  if (known === undefined || times < 1 || times > 100) return null
  return { times, unit: known }
}

export function shownFrequency({ times, unit: period }: Frequency): string {
  return `每${period}${times}次`
}

function parts(key: string): [times: number, unit: string | undefined] {
  const within = inUnit.exec(key)
  if (within) return [count(within[2]), within[1]]
  const per = perUnit.exec(key)
  if (per) return [count(per[1]), per[2]]
  const once = bare.exec(key)
  return [1, once?.[1]]
}

function count(text: string | undefined): number {
  if (text === undefined) return 0
  if (/^\d/.test(text)) return Number(text)
  return text === '两' ? 2 : numerals.indexOf(text)
}
