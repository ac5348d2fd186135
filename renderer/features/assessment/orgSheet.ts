import { sumPoints } from '../../../shared/domain/assessment'
import { scoreRecord } from '../../../shared/record/scheme'
import type { FigureColumn, FigureRow, LeadColumn } from '../../record/figureSheet'
import { assessmentText } from '../../text/assessment'
import { scoreCell, scoreViews, shownPoints, type Item, type OrgRow, type ScoreView } from './scoreSheet'

const text = assessmentText.org

/** The columns of F11: one organisation, an item a row. */
export const itemLeads: readonly LeadColumn[] = [
  { header: assessmentText.sheet.number, width: 44, isNumber: true },
  { header: text.group, width: 84 },
  { header: text.item, width: 214 },
]

export const orgColumns: readonly FigureColumn[] = [
  { name: 'max', header: text.max, width: 56, field: null },
  { name: 'rule', header: text.rule, width: 190, field: null, isText: true },
  { name: 'method', header: text.method, width: 136, field: null, isText: true },
  { name: 'self', header: text.self, width: 68, field: scoreRecord.fields.self },
  { name: 'final', header: text.final, width: 68, field: scoreRecord.fields.final },
  { name: 'deduction', header: text.reason, width: 190, field: scoreRecord.fields.deduction, isText: true },
  { name: 'note', header: text.note, width: 126, field: scoreRecord.fields.note, isText: true },
]

export function orgRows(items: readonly Item[], org: OrgRow | undefined): FigureRow[] {
  return items.map((item, index) => {
    const score = org?.scores[index]
    return {
      id: item.id,
      name: item.text,
      leads: [String(index + 1), item.groupName, item.text],
      cells: [
        { text: shownPoints(item.max) },
        { text: item.rule ?? '' },
        { text: item.itemMethod ?? '' },
        ...(['self', 'final', 'deduction', 'note'] as const).map((view) => (score ? scoreCell(score, item.max, view) : { text: '' })),
      ],
    }
  })
}

/** 合计: full points, self and final. */
export function orgFoot(items: readonly Item[], org: OrgRow): FigureRow[] {
  const cells = [sumPoints(items.map(({ max }) => max)), null, null, org.self, org.final, null, null]
  return [{ id: -1, name: text.sum, leads: ['', '', text.sum], cells: cells.map((points) => ({ text: shownPoints(points) })) }]
}

export function viewOfColumn(column: string): ScoreView | null {
  return scoreViews.find((view) => view === column) ?? null
}
