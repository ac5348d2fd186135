/** Words of 党建经费. */
export const fundText = {
  title: '党建经费',
  searchHint: '摘要、凭证号、经办人、企业、党组织',
  figures: {
    label: '经费合计',
    income: '收入',
    expense: '支出',
    balanceOf: (year: number) => `${year}年结余`,
    yuan: (amount: string, isNegative: boolean) => `${isNegative ? '-' : ''}${amount} 元`,
    unnamed: '未填',
    divider: '、',
  },
  groups: { what: '收支', whose: '归属' },
} as const
