import type { StatTable } from '../../../shared/contract/statistics'
import { percent } from '../../../shared/domain/percentage'
import type { FigureKind } from '../../../shared/domain/statistics/statTable'

type Part = StatTable['parts'][number]

/** A table as lines of values between tabs, part by part, and what does not add up. */
export function tableText({ parts }: Pick<StatTable, 'parts'>): string[] {
  return [...parts.map(partText), ...parts.flatMap(({ broken }) => broken)]
}

function partText({ title, rowHeader, columns, rows, total, note }: Part): string {
  const head = [rowHeader, ...columns.map(({ group, header }) => group + header)]
  const lines = [...rows, ...(total ? [{ label: '合计', figures: total }] : [])].map(({ label, figures }) =>
    [label, ...columns.map(({ key, kind }) => figureText(kind, figures[key]))].join('\t'),
  )
  return [title, head.join('\t'), ...lines, note].join('\n')
}

function figureText(kind: FigureKind, value: number | null | undefined): string {
  if (kind === 'rate') return percent(value ?? null)
  if (kind === 'change' && value) return value > 0 ? `+${value}` : String(value)
  if (value === null || value === undefined) return kind === 'text' ? '' : '—'
  return kind === 'money' ? value.toFixed(2) : String(value)
}
