import type { Field, FieldValue, YearCount } from './field'

/** A kept value as people read it; "" when nothing is stated. `name` is the name of the record a `ref` points at. */
export function showField(field: Field, value: FieldValue | undefined, name?: string): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'ref':
      return name ?? `#${String(value)}`
    case 'flag':
      return value === true ? '是' : '否'
    case 'choice':
      return field.shown?.[String(value)] ?? String(value)
    case 'money':
      return showMoney(Number(value), field.per)
    case 'list':
    case 'yearCounts':
      return Array.isArray(value) ? value.map(showPart).join('、') : String(value)
    default:
      return String(value)
  }
}

function showPart(part: string | YearCount): string {
  return typeof part === 'string' ? part : `${part.year}年${part.count}次`
}

const cents = { 元: 100, 万元: 1_000_000 }

/** Integer 分 in 元 or 万元: two decimals in 元; in 万元 as many as the amount has, and at least two. */
export function showMoney(amount: number, per: '元' | '万元'): string {
  if (per === '元') return (amount / cents.元).toFixed(2)
  return (amount / cents.万元).toFixed(6).replace(/0{1,4}$/, '')
}

/** Integer 分 of an amount typed in 元 or 万元; null when it has more digits than 分 can hold. */
export function centsOf(amount: string, per: '元' | '万元'): number | null {
  const match = /^(\d{1,10})(?:\.(\d*))?$/.exec(amount)
  if (!match) return null
  const places = per === '元' ? 2 : 6
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > places) return null
  return Number(match[1]) * cents[per] + Number(decimals.padEnd(places, '0') || '0')
}
