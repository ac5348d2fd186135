/** Words of search boxes and filter lists. */
export const searchText = {
  clear: '清空搜索',
  find: '查找',
  all: '全选',
  none: '清空',
  noMatch: '没有匹配的选项',
  any: '全部',
  chosen: (count: number) => `${count} 项`,
  open: (label: string, chosen: string) => `${label}：${chosen}`,
} as const
