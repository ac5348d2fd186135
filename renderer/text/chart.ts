/** Words around every chart. */
export const chartText = {
  shown: '图或表',
  drawing: '图',
  table: '表',
  named: (title: string) => `${title}(图)，数字见“表”`,
  empty: '没有可画的数字',
} as const
