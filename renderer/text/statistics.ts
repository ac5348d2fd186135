/** Words of 统计. */
export const statisticsText = {
  title: '统计',
  cutOff: '统计截止',
  today: '回到今天',
  export: '导出 Excel',
  exported: (name: string) => `已导出：${name}`,
  office: (name: string) => `填报单位(盖章)：${name}`,
  cutOffLine: (date: string) => `统计截止：${date}`,
  measure: '单位：家、人',
  total: '合计',
  opens: (unit: string, column: string, count: number) => `${unit}，${column} ${count} 家，打开名单`,
  none: { title: '还没有填报单位', note: '先在“单位设置”中录入填报单位。' },
} as const
