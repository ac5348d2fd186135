import { readFigureRef } from '../../shared/domain/statistics/figureRef'

/** A figure of a table, for the tag above the list it opened: 统计表 S4 · 10–49 人 已建 · 截止 2026-06-30. */
export function figureRefWords(word: string): string {
  const ref = readFigureRef(word)
  if (ref === null) return '统计表'
  return [ref.table === 'comparison' ? '两期比较' : `统计表 ${ref.table}`, ref.label, ...(ref.asOf ? [`截止 ${ref.asOf}`] : [])].join(' · ')
}
