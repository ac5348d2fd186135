import type { TargetSheet } from '../../../shared/contract/target'
import { percent } from '../../../shared/domain/percentage'
import { targetState, type TargetState } from '../../../shared/domain/targetStanding'
import type { RecordChange } from '../../../shared/contract/record'
import { isRateMeasure, targetMeasures, targetPaces, targetRecord, type TargetMeasure } from '../../../shared/record/target'
import type { FigureCell, FigureColumn, FigureRow, FigureTone, FigureWrite, LeadColumn } from '../../record/figureSheet'
import type { FigureChange } from '../../record/saveFigures'
import { targetText as text } from '../../text/target'

type Figures = Pick<TargetSheet['rows'][number]['cells'][number], 'measure' | 'target' | 'done' | 'rate'>

export const unitLeads: readonly LeadColumn[] = [
  { header: text.number, width: 44, isNumber: true },
  { header: text.unit, width: 130 },
]

const measureUnits: Readonly<Record<TargetMeasure, string>> = {
  新建党组织数: text.units.count,
  组织覆盖率: text.units.percent,
  两个覆盖率: text.units.percent,
  三建三送户数: text.units.enterprises,
  走访完成率: text.units.percent,
}

export const targetColumns: readonly FigureColumn[] = targetMeasures.flatMap((measure): FigureColumn[] => {
  const group = `${measure}(${measureUnits[measure]})`
  const title = (name: string): string => `${measure} ${name}。${text.paces[targetPaces[measure]]}`
  return [
    {
      name: `target-${measure}`,
      header: text.target,
      title: title(text.target),
      width: 64,
      group,
      field: targetRecord.fields.value,
    },
    { name: `done-${measure}`, header: text.done, title: title(text.done), width: 64, group, field: null },
    { name: `rate-${measure}`, header: text.rate, title: title(text.rate), width: 76, group, field: null },
  ]
})

/** The measure whose target a column holds. */
export function measureOfColumn(column: string): TargetMeasure | null {
  return targetMeasures.find((measure) => column === `target-${measure}`) ?? null
}

const tones: Readonly<Record<TargetState, FigureTone>> = { 已完成: 'good', 落后: 'bad', 正常: 'plain' }

function figureCells(
  { measure, target, done, rate }: Figures,
  { year, asOf }: Pick<TargetSheet, 'year' | 'asOf'>,
): FigureCell[] {
  const state = targetState(targetPaces[measure], rate, year, asOf)
  return [
    { text: target === null ? '' : String(target) },
    { text: done === null ? '' : String(done) },
    {
      text: rate === null ? '' : percent(rate),
      ...(state ? { tone: tones[state] } : {}),
      ...(rate === null ? {} : { bar: rate }),
    },
  ]
}

export function targetRows(sheet: TargetSheet): FigureRow[] {
  return sheet.rows.map((row, index) => ({
    id: row.unitId,
    name: row.unitName,
    leads: [String(index + 1), row.unitName],
    cells: row.cells.flatMap((cell) => figureCells(cell, sheet)),
  }))
}

/** 合计 of the counts; the rates are those of the district, without a target of their own. */
export function totalRow(sheet: TargetSheet): FigureRow[] {
  const cells = sheet.total.flatMap((cell) => figureCells(cell, sheet))
  return [{ id: -1, name: text.total, leads: ['', text.total], cells }]
}

export function behindCount(sheet: TargetSheet): number {
  const { year, asOf } = sheet
  return sheet.rows
    .flatMap(({ cells }) => cells)
    .filter(({ measure, rate }) => targetState(targetPaces[measure], rate, year, asOf) === '落后').length
}

/** A rule beyond that of the field: a share of a whole, or a count. */
export function refusalOf(column: string, value: unknown): string | null {
  const measure = measureOfColumn(column)
  if (measure === null || typeof value !== 'number') return null
  if (isRateMeasure(measure)) return value > 100 ? text.over : null
  return Number.isInteger(value) ? null : text.whole
}

/** One change a target; one that was never set becomes a new record. */
export function targetChanges(sheet: TargetSheet, writes: readonly FigureWrite[]): FigureChange[] {
  return writes.flatMap((write, index): FigureChange[] => {
    const measure = measureOfColumn(write.column)
    const cell = sheet.rows.find(({ unitId }) => unitId === write.rowId)?.cells.find((one) => one.measure === measure)
    if (!cell || measure === null) return []
    const change: RecordChange =
      cell.targetId === null || cell.version === null
        ? { kind: 'target', id: -1 - index, values: { year: sheet.year, unitId: write.rowId, measure, value: write.value } }
        : { kind: 'target', id: cell.targetId, version: cell.version, values: { value: write.value } }
    return [{ change, writes: [write] }]
  })
}

/** The targets of another year for the cells of this one that have none. */
export function copyTargets(sheet: TargetSheet, from: TargetSheet): RecordChange[] {
  const old = new Map(
    from.rows.flatMap(({ unitId, cells }) => cells.map((cell) => [`${unitId}:${cell.measure}`, cell.target])),
  )
  const blanks = sheet.rows.flatMap(({ unitId, cells }) =>
    cells.filter(({ target }) => target === null).map((cell) => ({ unitId, cell })),
  )
  return blanks.flatMap(({ unitId, cell }, index): RecordChange[] => {
    const value = old.get(`${unitId}:${cell.measure}`)
    if (value === null || value === undefined) return []
    return cell.targetId === null || cell.version === null
      ? [{ kind: 'target', id: -1 - index, values: { year: sheet.year, unitId, measure: cell.measure, value } }]
      : [{ kind: 'target', id: cell.targetId, version: cell.version, values: { value } }]
  })
}
