import type { CellSpec } from '../excel/workbookSpec'

/** What a spreadsheet program shows of a cell, by its number format; '' for an empty one. */
export function cellText({ value, look }: Pick<CellSpec, 'value' | 'look'>): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object') return value.date
  return numberText(value, look?.format)
}

/** Formats of the forms: 0, 0.00, 0.00%, +0.00;-0.00;0.00, and a number between quoted words. */
function numberText(value: number, format: string | undefined): string {
  if (format === undefined || format === '@' || format === 'General') return plainNumber(value)
  const [positive = '', negative, zero] = format.split(';')
  if (value > 0 || (value === 0 && zero === undefined)) return written(value, positive)
  if (value === 0) return written(0, zero ?? positive)
  return negative === undefined ? `-${written(-value, positive)}` : written(-value, negative)
}

function written(value: number, format: string): string {
  const pattern = /[0#][0#,]*(?:\.(0+))?%?/
  const words = format.split(/("[^"]*")/)
  return words
    .map((part) => {
      if (part.startsWith('"')) return part.slice(1, -1)
      return part.replace(pattern, (found, decimals: string | undefined) => {
        const isPercent = found.endsWith('%')
        return fixed(isPercent ? value * 100 : value, decimals?.length ?? 0, found.includes(',')) + (isPercent ? '%' : '')
      })
    })
    .join('')
}

/** Rounded as spreadsheets do: half away from zero, of the number as it is written. */
function fixed(value: number, decimals: number, grouped: boolean): string {
  const exact = Number(value.toPrecision(15))
  const rounded = Number(`${Math.round(Number(`${exact}e${decimals}`))}e-${decimals}`)
  const text = (Number.isFinite(rounded) ? rounded : exact).toFixed(decimals)
  return grouped ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text
}

/** Without the crumbs of binary fractions. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(11)))
}
