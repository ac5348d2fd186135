/** Words of 组织生活 and 载体活动. */
export const activityText = {
  section: '活动',
  pages: [
    { name: 'orgLife', label: '组织生活' },
    { name: 'carriers', label: '载体活动' },
  ],
  life: '组织生活',
  carriers: '载体活动',
  searchHint: '党组织名称',
  carrierHint: '活动名称、党组织、企业',
  norm: (label: string, norm: number) => `${label}(一般${norm}次)`,
  quarter: '季度',
  earlier: '上一季度',
  later: '下一季度',
  missing: (count: number) => `还有 ${count} 个党组织没有列入本季度`,
  fill: '全部列入',
  fillTitle: '给没有列入本季度的党组织各加一行，次数留空待填',
  filled: (count: number) => `已列入 ${count} 个党组织，可按 Ctrl+Z 撤销`,
  fillLabel: (quarter: string, count: number) => `${quarter}组织生活列入党组织 ${count} 个`,
  none: (quarter: string) => `${quarter}还没有填写组织生活`,
  noneNote: '点“全部列入”，给每个党组织加一行，再像 Excel 一样填次数，也可以从 Excel 成块粘贴。',
  unit: '党组织所在单位',
} as const
