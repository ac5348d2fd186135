/** Words of 党建经费. */
export const fundText = {
  title: '党建经费',
  searchHint: '摘要、凭证号、经办人、企业、党组织',
  groups: { what: '收支', whose: '归属' },
} as const
