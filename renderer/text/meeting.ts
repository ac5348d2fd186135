/** Words of 联席会议 and 任务督办. */
export const meetingText = {
  decisions: '任务督办',
  meetings: '联席会议',
  decisionHint: '事项、责任单位、责任人',
  meetingHint: '议题、主持人、参会单位',
  tabs: '任务督办和联席会议',
  overdue: (days: number) => `已超期 ${days} 天`,
  left: (days: number) => (days === 0 ? '今天到期' : `还有 ${days} 天`),
} as const
