import type { QualityFinding } from '../../../../shared/contract/quality'
import { chineseDate } from '../../../../shared/domain/calendarDate'
import type { WorkbookSpec } from '../../excel/workbookSpec'
import { listWorkbook } from '../../forms/listWorkbook'
import { bodyLooks } from '../../forms/looks'
import { levelWords } from '../../forms/return/returnWords'

const headers = ['序号', '单位', '级别', '编号', '核查项目', '类别', '名称', '栏目', '发现的问题', '上期', '现在']

/** The list as it is shown, to be handed on. */
export function qualityWorkbook(findings: readonly QualityFinding[], today: string): WorkbookSpec {
  const { text, word, count } = bodyLooks
  return listWorkbook({
    title: `数据核查问题清单(${chineseDate(today)})`,
    headers,
    rows: findings.map(({ unitName, level, code, title, kindLabel, name, label, message, was, now }, i) => [
      { value: i + 1, look: count },
      { value: unitName, look: word },
      { value: levelWords[level], look: word },
      { value: code === 'field' ? '' : code, look: word },
      ...[title, kindLabel, name, label, message, was, now].map((value) => ({ value, look: text })),
    ]),
  })
}
