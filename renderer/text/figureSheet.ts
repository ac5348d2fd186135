import { quoted } from '../../shared/domain/quoted'

/** Words of the sheets whose rows and columns are both records. */
export const figureSheetText = {
  sheet: (title: string) => `${title}表`,
  cell: (column: string, row: string, content: string) => `${row}，${column}：${content || '空'}`,
  open: (name: string) => `打开${quoted(name)}(Ctrl+Enter)`,
  keyHint: '直接输入或 F2 修改 · Enter 向下 · Tab 向右 · Ctrl+D 向下填充 · 可与 Excel、WPS 成块复制粘贴',
  outOfSight: (row: string, column: string) => `${quoted(row)}的${quoted(column)}不在当前显示的范围里，请先清除筛选或切换视图。`,
  gone: '这一行或这一列刚被删除',
} as const
