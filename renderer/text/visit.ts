import { quoted } from '../../shared/domain/quoted'

/** Words of 走访记录, 问题台账 and 快速登记. */
export const visitText = {
  title: '走访记录',
  searchHint: '企业、人员、内容',
  list: '问题',
  lists: { openProblem: '未销号', overdueProblem: '超期' },
  columns: { problemState: '问题', followedOn: '回访', problemDays: '距期限(天)' },
  groups: { visit: '走访', problem: '问题、措施、责任、时限、成效', more: '其他' },
  problems: {
    title: '问题台账',
    none: '没有未销号的问题',
    noneNote: '走访记录里填了“发现问题”、还没有解决的，列在这里，超期的在前。',
    list: '范围',
    lists: { overdueProblem: '已超期' },
    figures: { label: '问题情况', open: '未销号', overdue: '已超期', solved: '今年已销号' },
    count: (count: number) => `${count} 个`,
  },
  solve: {
    button: '销号',
    title: (count: number) => (count === 1 ? '问题销号' : `已选的 ${count} 个问题销号`),
    note: '解决情况记为“已解决”。',
    label: (count: number) => `问题销号 ${count} 个`,
    done: (count: number) => `已销号 ${count} 个，可按 Ctrl+Z 撤销`,
    onlyProblems: '所选的走访里没有未解决的问题',
  },
  revisit: '登记回访',
  entry: {
    title: '走访快速登记',
    hint: 'Enter 到下一项，Shift+Enter 回上一项，Alt+Enter 换行，Ctrl+Enter 保存并登记下一条',
    follows: '回访：',
    followsNone: '取消回访',
    listTitle: '本次登记的',
    listEmpty: '保存后的走访列在这里，登记错了可以撤销。',
    count: (count: number) => `${count} 条`,
    undo: '撤销',
    undoOf: (name: string) => `撤销${quoted(name)}`,
    undone: '已撤销',
    label: '登记走访',
    clear: '清空列表',
  },
} as const
