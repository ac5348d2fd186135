import type { S15Row, S15Table } from '../../../../shared/contract/returns'
import { chineseDate, type CalendarDate } from '../../../../shared/domain/calendarDate'
import type { LetterBlock, LetterSpec } from '../../print/letterSpec'

export interface CircularInput {
  table: S15Table
  today: CalendarDate
}

/** 通报 of who reported and who did not (docs/domain.md, S15): the facts in words, then the table. */
export function circular({ table, today }: CircularInput): LetterSpec {
  const { from, to, officeName, rows } = table
  const unitsIn = (...states: S15Row['state'][]): string[] => rows.filter(({ state }) => states.includes(state)).map(({ unit }) => unit)
  const [missing, returned] = [unitsIn('未报'), unitsIn('退回')]
  const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text })
  return {
    title: '关于非公有制企业党建台账报送情况的通报',
    addressee: '各填报单位',
    body: [
      paragraph(`现将${chineseDate(from)}至${chineseDate(to)}非公有制企业党建台账报送情况通报如下。`),
      { kind: 'heading', level: 1, text: '一、总体情况' },
      paragraph(overall(table)),
      { kind: 'heading', level: 1, text: '二、需要补报和修改的单位' },
      paragraph(missing.length === 0 ? '没有未报送的单位。' : `尚未报送的单位${missing.length}个：${missing.join('、')}。`),
      ...(returned.length === 0 ? [] : [paragraph(`报送后需要退回修改的单位${returned.length}个：${returned.join('、')}。`)]),
      ...quality(rows).map(paragraph),
      paragraph(missing.length + returned.length === 0 ? '请各单位继续按时报送。' : '请未报送的单位抓紧补报，需要修改的单位核对后重新报送。'),
      { kind: 'table', table: reportTable(table) },
    ],
    signature: { office: officeName, date: today, seal: true },
  }
}

function overall({ rows, total }: S15Table): string {
  const of = (wanted: S15Row['state']): number => rows.filter(({ state }) => state === wanted).length
  const reported = of('已报') + of('已接收')
  const returned = of('退回') > 0 ? `，报送后退回${of('退回')}个` : ''
  return `应报送单位${rows.length}个，已报送${reported}个${returned}，未报送${of('未报')}个；共报送报表${total.reported}张、企业${total.rows}行，其中错误${total.errors}处、提醒${total.warnings}处，因错误未导入${total.held}行。`
}

/** What was found in what came in, each only where there is any. */
function quality(rows: readonly S15Row[]): string[] {
  const named = (count: (row: S15Row) => number, unit: string): string =>
    rows.flatMap((row) => (count(row) > 0 ? [`${row.unit}${count(row)}${unit}`] : [])).join('、')
  const errors = named(({ errors: found }) => found, '处')
  const omitted = named(({ omitted: left }) => left, '家')
  return [...(errors === '' ? [] : [`表中有错误的单位：${errors}。`]), ...(omitted === '' ? [] : [`漏报企业的单位：${omitted}。`])]
}

function reportTable({ rows, total }: S15Table): Extract<LetterBlock, { kind: 'table' }>['table'] {
  return {
    caption: '报送情况表',
    columns: [
      { header: '单位', width: 20, align: 'left' }, { header: '应报', width: 8 }, { header: '已报', width: 8 }, { header: '报送时间', width: 16 },
      { header: '行数', width: 9 }, { header: '错误', width: 8 }, { header: '未导入行', width: 11 }, { header: '漏报', width: 8 }, { header: '状态', width: 12 },
    ],
    rows: [
      ...rows.map((row) => [row.unit, row.due, row.reported, row.reportedOn, row.rows, row.errors, row.held, row.omitted, row.state]),
      ['合计', total.due, total.reported, null, total.rows, total.errors, total.held, total.omitted, null],
    ],
    total: true,
  }
}
