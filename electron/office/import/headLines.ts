import { calendarDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import { trimmed } from '../text/plainText'
import { toSimplified } from '../text/toSimplified'
import type { KnownUnit, UnitIndex } from './unitIndex'

export interface Head {
  /** What the 填报单位 line says, whoever that is. */
  unit: string | null
  filledOn: CalendarDate | null
}

const unitLine = /(?:(?:填报|上报|填表|报送|制表)单位|单位名称|^单位)(?:\([^()]*\))?(?::\s*|\s+)([^\s:]+)/
const unitLabel = /^(?:(?:填报|上报|填表|报送|制表)单位|单位名称|单位)(?:\([^()]*\))?:?$/
const dateWord = '(?:(?:填报|上报|填表|报送|统计|制表)(?:时间|日期)?|截[止至](?:时间|日期|到)?|日期|时间)'
const dateLine = new RegExp(`${dateWord}(?:\\([^()]*\\))?[:\\s至到]*(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})(?:\\s*[-/.月]\\s*(\\d{1,2}))?`)
/** Units of measure stand on the same line: 单位:家、人、万元. */
const measure = /^(?:[家个人名户万亿元㎡、,]+)$/

/** 填报单位 and 填报时间 from the lines above the header; a label and its value may stand in two cells. */
export function readHead(lines: readonly string[]): Head {
  const head: Head = { unit: null, filledOn: null }
  const texts = lines.map((line) => toSimplified(line.normalize('NFKC')).trim())
  for (const [i, text] of texts.entries()) {
    const unit = unitLabel.test(text) ? texts[i + 1] : unitLine.exec(text)?.[1]
    if (unit && head.unit === null && !measure.test(unit)) head.unit = trimmed(unit)
    const date = dateLine.exec(text)
    if (date && head.filledOn === null) head.filledOn = calendarDate(Number(date[1]), Number(date[2]), Number(date[3] ?? 1))
  }
  return head
}

/** The unit some lines speak for: the 填报单位 line before any other mention. */
export function unitOfLines(lines: readonly string[], units: UnitIndex): KnownUnit | null {
  const { unit } = readHead(lines)
  return (unit === null ? null : units.find(unit)) ?? firstWithin(units, lines)
}

export function firstWithin(units: UnitIndex, texts: readonly string[]): KnownUnit | null {
  for (const text of texts) {
    const unit = units.within(text)
    if (unit) return unit
  }
  return null
}
