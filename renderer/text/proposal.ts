/** Words of 意见建议(提案). */
export const proposalText = {
  title: '意见建议',
  searchHint: '主题、内容、提出人、企业',
  due: '超期情况',
  groups: { what: '意见建议', whose: '承办', answer: '答复' },
} as const
