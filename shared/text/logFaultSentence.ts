import type { LogFault } from '../contract/log'

/** What is wrong at a place of the 操作日志, as the page and the command line say it. */
export const logFaultWords: Readonly<Record<LogFault['fault'], string>> = {
  changed: '与前一条接不上：这一条或前一条被改过、换过位置，或是插入的',
  missing: '被删除',
  added: '不是本程序写入的',
  copy: '与备份里的日志不一致：备份以后，日志被截短或重写过',
  edit: '操作的名称、时间、经办人或涉及的记录与日志不一致',
}

/** Where: 第 3 条, 第 5–9 条; an edit is named by its own number. */
export function logFaultPlace({ fault, from, to }: LogFault): string {
  if (fault === 'edit') return `操作 ${from}`
  return from === to ? `第 ${from} 条` : `第 ${from}–${to} 条`
}
