import type { Diagnosis } from '../../shared/contract/diagnosis'

/** Words of 诊断信息, and the whole of it as text. */
export const diagnosisText = {
  copy: '复制诊断信息',
  copied: '诊断信息已复制，可粘贴给技术人员',
  note: '诊断信息只有版本、数量、口径和错误编号，没有任何企业、人员、电话。',
} as const

/** `browser`: what the page is shown by. */
export function diagnosisLines(told: Diagnosis, browser: string): string {
  const { backups, tables, settings, faults } = told
  const lines: [string, string][] = [
    ['时间', told.at],
    ['版本', `${told.version}${told.demo ? '（演示）' : ''}`],
    ['运行环境', `Node ${told.node}，SQLite ${told.sqlite ?? '—'}，${told.system}`],
    ['界面', browser],
    ['电脑', `${told.processors} 核，内存 ${told.memory} GB`],
    ['数据文件夹', told.folder],
    ['台账文件', told.bytes === null ? '没有' : `${(told.bytes / 2 ** 20).toFixed(1)} MB`],
    ['台账状态', told.failure ?? '正常'],
    ['备份', `${backups.copies} 份，最近 ${backups.last ?? '—'}${backups.failed === null ? '' : `，最近一次失败 ${backups.failed}`}`],
    ['各表行数', tables.map(({ table, rows }) => `${table} ${rows}`).join('，') || '—'],
    ['改过的设置', settings.map(({ path, value }) => (value === null ? path : `${path}=${value}`)).join('，') || '没有'],
    ['程序错误', faults.map(({ at, reference }) => `${at} ${reference}`).join('，') || '没有'],
  ]
  return lines.map(([name, value]) => `${name}：${value}`).join('\n')
}
