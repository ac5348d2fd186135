import { quoted } from '../../shared/domain/quoted'

/** Words about records that every ledger shares. */
export const recordText = {
  blank: '未填',
  yes: '是',
  no: '否',
  unnamed: '未署名',
  cancel: '取消',
  close: '关闭(Esc)',
  phoneMask: (typed: string) => `${quoted(typed)}里有星号，是隐藏后的电话。请把整个号码重新填写，或先点“显示电话”`,
  refs: {
    none: (label: string, name: string) => `${quoted(label)}里没有叫${quoted(name)}的，请写全称或从列表中选`,
    several: (label: string, name: string, count: number) => `${quoted(label)}里有 ${count} 个${quoted(name)}，请打开明细从列表中选`,
    choose: (label: string) => `${quoted(label)}要从列表中选一个`,
    looking: '正在查找……',
    noMatch: '没有匹配的，换个词或拼音首字母再试',
    list: (label: string) => `${quoted(label)}的选项`,
  },
  edits: {
    undo: '撤销',
    redo: '重做',
    undoTitle: (label: string) => `撤销${quoted(label)}(Ctrl+Z)`,
    redoTitle: (label: string) => `重做${quoted(label)}(Ctrl+Y)`,
    undoNothing: '没有可撤销的操作(Ctrl+Z)',
    redoNothing: '没有可重做的操作(Ctrl+Y)',
    undone: (label: string) => `已撤销${quoted(label)}`,
    takingBack: (label: string) => `撤销：${label}`,
    redone: (label: string) => `已重做${quoted(label)}`,
    elsewhere: (said: string, page: string) => `${said}，是在${quoted(page)}里做的。`,
    goThere: (page: string) => `打开${quoted(page)}`,
    overtaken: (label: string, name: string) =>
      `${quoted(label)}不能撤销：${name ? quoted(name) : '其中的记录'}之后又被改过。数据没有变化，可到操作日志查看。`,
    gone: (label: string) => `${quoted(label)}不能撤销：涉及的记录已不存在。数据没有变化，可到操作日志查看。`,
  },
  operator: {
    button: (name: string) => (name === '' ? '经办人：未填' : `经办人：${name}`),
    title: '经办人',
    note: '写在操作日志和修改记录里，本机记住。',
    label: '姓名',
    save: '确定',
  },
  labels: {
    add: (kind: string) => `新增${kind}`,
    change: (kind: string, name: string) => `修改${kind}${quoted(name)}`,
    cell: (name: string, header: string) => `修改${quoted(name)}的${header}`,
    paste: (kind: string, rows: number) => `粘贴${kind} ${rows} 行`,
    pasteNew: (kind: string, added: number, changed: number) =>
      changed > 0 ? `粘贴${kind}：修改 ${changed} 行，新增 ${added} 条` : `粘贴新增${kind} ${added} 条`,
    fillDown: (header: string, rows: number) => `向下填充${header} ${rows} 行`,
    clear: (kind: string, rows: number) => `清空${kind} ${rows} 行的内容`,
    batch: (kind: string, header: string, rows: number) => `批量修改${kind} ${rows} 条的${header}`,
    remove: (kind: string, rows: number) => `删除${kind} ${rows} 条`,
    restore: (kind: string, rows: number) => `恢复${kind} ${rows} 条`,
  },
} as const
