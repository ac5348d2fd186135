import { rowIdHeader } from '../forms/template/templateMeta'
import { wordKey } from '../text/wordKey'
import type { TableColumn } from './findTable'
import { isRowNumberHeader } from './headerIndex'
import type { ImportField } from './importField'

/** How one column is read: its cell is the field's value, or (tick matrix) a tick in it picks `tickedWord`. */
export interface MappedColumn<F extends string = ImportField> {
  index: number
  header: string
  field: F
  tickedWord: string | null
  /** A telephone in a cell that names a person (书记姓名及电话) goes to this field. */
  phoneField?: F
}

export interface ColumnMap<F extends string = ImportField> {
  columns: readonly MappedColumn<F>[]
  rowNumber: number | null
  /** `field`: what the column would have been, had another column not been it already. */
  unmapped: readonly { index: number; header: string; reason: string | null; field?: F }[]
}

/** Texts of a column's data cells, for headers whose meaning the values decide. */
export type ColumnSamples = (index: number) => readonly string[]

export interface ColumnRules<F extends string> {
  /** What a column is, by its header, its values and the columns already mapped to its left; null when nothing. */
  map(column: TableColumn, header: string, position: number, mapped: readonly MappedColumn<F>[]): MappedColumn<F> | null
  /** Whether a column says its field better than the one that was it first. */
  saysBetter(column: MappedColumn<F>, rival: MappedColumn<F>, leaf: string): boolean
  /** Why a column nobody knows is left out, when there is a reason to name. */
  whyNot(leaf: string): string | null
}

export interface ClaimedColumns<F extends string> {
  columns: MappedColumn<F>[]
  unmapped: ColumnMap<F>['unmapped'][number][]
  rowNumber: number | null
}

/** Gives every column of a table its field, or says why not. Two columns never feed one field, except tick leaves. */
export function claimColumns<F extends string>(table: readonly TableColumn[], samples: ColumnSamples, rules: ColumnRules<F>): ClaimedColumns<F> {
  const claimed: ClaimedColumns<F> = { columns: [], unmapped: [], rowNumber: null }
  const { columns, unmapped } = claimed
  const taken = new Map<F, MappedColumn<F>>()
  for (const [position, column] of table.entries()) {
    const leaf = column.path.at(-1) ?? ''
    const header = column.path.join('/')
    // The hidden column of a form that was sent out says nothing to people.
    if (leaf === rowIdHeader) continue
    if (isRowNumberHeader(leaf) && claimed.rowNumber === null) {
      claimed.rowNumber = column.index
      continue
    }
    const mapped = rules.map(column, header, position, columns)
    if (!mapped) {
      unmapped.push({ index: column.index, header, reason: rules.whyNot(leaf) })
      continue
    }
    const rival = taken.get(mapped.field)
    if (rival && (rival.tickedWord === null || mapped.tickedWord === null)) {
      // A header merged over two columns names both; only one of them holds anything.
      if (samples(column.index).length === 0) continue
      const [used, left] = rules.saysBetter(mapped, rival, leaf) || samples(rival.index).length === 0 ? [mapped, rival] : [rival, mapped]
      if (samples(left.index).length > 0) {
        unmapped.push({ index: left.index, header: left.header, reason: `与列“${used.header}”含义相同，已采用${used === rival ? '前' : '后'}一列`, field: left.field })
      }
      if (used === rival) continue
      columns.splice(columns.indexOf(rival), 1)
    }
    taken.set(mapped.field, mapped)
    columns.push(mapped)
  }
  return claimed
}

/** Columns that must not be collected are left out with these words, whatever the form (V-39). */
export function personalColumn(header: string): string | null {
  const leaf = wordKey(header)
  if (/身份证|证件号|公民身份/.test(leaf)) return '像是身份证号码,按规定不采集,已忽略'
  if (/党员花名册|党员名册|党员名单|党员姓名|党员信息/.test(leaf)) return '像是党员花名册,按规定不采集,已忽略'
  if (/民族|宗教|籍贯|家庭住址|入党(?:时间|日期|年月|介绍人)|转正(?:时间|日期)|党费基数/.test(leaf)) return '像是党员个人信息,按规定不采集,已忽略'
  return null
}
