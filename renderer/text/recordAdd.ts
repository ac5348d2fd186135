import { quoted } from '../../shared/domain/quoted'

/** Words about rows pasted beyond the last row of a ledger. */
export const recordAddText = {
  title: (count: number) => `新增粘贴的 ${count} 行`,
  note: '这些行在表格最后一行之后，核对后一次新增，可按 Ctrl+Z 一次撤销。',
  noteBoth: (rows: number) => `粘贴的前 ${rows} 行写入已有的记录，下面这些行在表格最后一行之后，核对后一次写入并新增，可按 Ctrl+Z 一次撤销。`,
  unread: (headers: readonly string[]) => `${headers.map(quoted).join('、')}由系统计算或在别处维护，没有读入。`,
  region: '粘贴的内容',
  line: '行',
  said: '说明',
  want: (line: number) => `新增第 ${line} 行`,
  cell: (line: number, header: string) => `第 ${line} 行 ${header}`,
  leftOut: '不新增',
  shown: (shown: number, all: number) => `共 ${all} 行，列出前面的和有错误的 ${shown} 行`,
  checking: '正在核对……',
  wrong: (count: number) => `${count} 行有错误，改正或取消勾选后再新增`,
  ready: (count: number, rows: number) => `将新增 ${count} 条，并修改已有的 ${rows} 条`,
  readyNew: (count: number) => `将新增 ${count} 条`,
  onlyChange: (rows: number) => `只改已有的 ${rows} 条`,
  confirm: (count: number) => `新增 ${count} 条`,
  added: (count: number) => `已新增 ${count} 条，可按 Ctrl+Z 一次撤销`,
  addedAndChanged: (count: number, rows: number) => `已新增 ${count} 条，修改 ${rows} 条，可按 Ctrl+Z 一次撤销`,
  waiting: (count: number) => `粘贴的 ${count} 行还没有新增`,
  goOn: '继续',
  giveUp: '不要了',
} as const
