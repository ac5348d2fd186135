/** Meetings of an organisation that are usual in a quarter: hints, never errors (docs/domain.md 9.10). */
export const activityNorms = [
  { field: 'memberMeetings', label: '党员大会', norm: 1, needsCommittee: false },
  { field: 'committeeMeetings', label: '支委会', norm: 3, needsCommittee: true },
  { field: 'groupMeetings', label: '党小组会', norm: 3, needsCommittee: false },
  { field: 'themeDays', label: '主题党日', norm: 3, needsCommittee: false },
] as const
