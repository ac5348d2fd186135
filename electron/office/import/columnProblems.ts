import type { SheetColumn } from '../../../shared/contract/mapping'
import type { Problem } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { ColumnMap, ColumnSamples } from './claimColumns'
import type { FoundTable } from './findTable'

/** Every column that is left out although something stands in it is said, with the reason when there is one. */
export function unmappedProblems<F extends string>(sheet: string, table: FoundTable, map: ColumnMap<F>, samples: ColumnSamples, where: string): Problem[] {
  return map.unmapped.flatMap(({ index, header, reason, field }) => {
    if (samples(index).length === 0) return []
    const place = { sheet, row: table.headerBottom + 1, column: columnLetters(index) }
    const code = reason !== null && /按规定不采集/.test(reason) ? 'V-39' : 'V-10'
    // A second column of names is a second list of enterprises beside the first: rows are lost, not a detail.
    const level = field === 'enterpriseName' ? 'warning' : 'notice'
    return [{ ...place, code, level, message: `列“${header}”未导入：${reason ?? `${where}中没有对应的栏目`}` }]
  })
}

/** What a header seems to mean is taken, and that nobody confirmed it is said. */
export function doubtProblems(sheet: string, table: FoundTable, columns: readonly SheetColumn[]): Problem[] {
  return columns.flatMap(({ question, label, header, column }): Problem[] => {
    if (question !== 'meaning' || label === null) return []
    return [{ sheet, row: table.headerBottom + 1, column, code: 'V-10', level: 'notice', message: `列“${header}”暂按“${label}”导入，请在“核对列”中确认` }]
  })
}

/** 党员人数 may or may not count the 预备 ones; it is read as 正式党员, and that is said. */
export function memberProblems(sheet: string, table: FoundTable, map: ColumnMap): Problem[] {
  const members = map.columns.find(({ field }) => field === 'formalMembers')
  if (!members || /正式/.test(members.header)) return []
  const probationary = map.columns.find(({ field }) => field === 'probationaryMembers')
  const how = probationary && /其中/.test(probationary.header) ? '减去其中的预备党员后作为正式党员导入' : '按正式党员导入，若含预备党员请分列填写'
  return [{ sheet, row: table.headerBottom + 1, column: columnLetters(members.index), code: 'V-10', level: 'notice', message: `列“${members.header}”${how}` }]
}
