import { creditCodeVerdict } from '../../../shared/domain/creditCode'
import { orgTypeOfName } from '../text/orgKey'
import { headerKeys, wordKey } from '../text/wordKey'
import type { TableColumn } from './findTable'
import { isWordOf } from './findTable'
import { fieldsOfHeader, isRowNumberHeader, subjectOfGroup, suggestedHeader, type GroupSubject } from './headerIndex'
import { importFields, type ImportField } from './importField'
import { wordValue } from './wordTable'

/** How one column is read: its cell is the field's value, or (tick matrix) a tick in it picks `tickedWord`. */
export interface MappedColumn {
  index: number
  header: string
  field: ImportField
  tickedWord: string | null
}

export interface ColumnMap {
  columns: readonly MappedColumn[]
  rowNumber: number | null
  unmapped: readonly { index: number; header: string; reason: string | null }[]
}

/** Texts of a column's data cells, for headers whose meaning the values decide. */
export type ColumnSamples = (index: number) => readonly string[]

const subjectFields: Record<Exclude<GroupSubject, null>, Partial<Record<'name' | 'phone' | 'isMember' | 'post' | 'source', ImportField>>> = {
  enterprise: { name: 'enterpriseName', phone: 'contactPhone' },
  owner: { name: 'ownerName', phone: 'contactPhone', isMember: 'ownerIsMember' },
  legalRep: { name: 'legalRepName', phone: 'legalRepPhone', isMember: 'legalRepIsMember' },
  org: {},
  secretary: { name: 'secretaryName', phone: 'secretaryPhone', post: 'secretaryPost', source: 'secretarySource' },
  liaison: { name: 'liaisonName', phone: 'liaisonPhone', post: 'liaisonEmployerPost' },
}

/** Maps every column of a table to a field, or says why not. Two columns never feed one field, except tick leaves. */
export function mapColumns(table: readonly TableColumn[], samples: ColumnSamples, unitNames: (text: string) => boolean): ColumnMap {
  const columns: MappedColumn[] = []
  const unmapped: ColumnMap['unmapped'][number][] = []
  const taken = new Map<ImportField, MappedColumn>()
  let rowNumber: number | null = null

  for (const [position, column] of table.entries()) {
    const leaf = column.path.at(-1) ?? ''
    const header = column.path.join('/')
    if (isRowNumberHeader(leaf) && rowNumber === null) {
      rowNumber = column.index
      continue
    }
    const mapped =
      tickLeaf(column, header) ??
      plainColumn(column, header, samples(column.index), unitNames, neighbours(table, position, columns))
    if (!mapped) {
      unmapped.push({ index: column.index, header, reason: suggestion(leaf) })
      continue
    }
    const rival = taken.get(mapped.field)
    if (rival && (rival.tickedWord === null || mapped.tickedWord === null)) {
      unmapped.push({ index: column.index, header, reason: `与列“${rival.header}”含义相同，已采用前一列` })
      continue
    }
    taken.set(mapped.field, mapped)
    columns.push(mapped)
  }
  return { columns, rowNumber, unmapped }
}

function suggestion(leaf: string): string | null {
  if (/身份证|证件号|公民身份/.test(leaf)) return '像是身份证号码,按规定不采集,已忽略'
  if (/民族|宗教|入党时间|入党日期/.test(leaf)) return '像是党员个人信息,按规定不采集,已忽略'
  const known = suggestedHeader(leaf)
  return known ? `是否为“${known}”？请改正列名后重新导入` : null
}

/** √ matrix: the leaf is a value of the field its group names, e.g. 组建方式/单独组建. */
function tickLeaf(column: TableColumn, header: string): MappedColumn | null {
  if (column.path.length < 2) return null
  const leaf = column.path.at(-1) ?? ''
  const group = column.path.at(-2) ?? ''
  if (fieldsOfHeader(leaf).length > 0 && !fieldsOfHeader(group).some((field) => isWordOf(field, leaf))) return null
  for (const field of fieldsOfHeader(group)) {
    if (isWordOf(field, leaf)) return { index: column.index, header, field, tickedWord: leaf }
  }
  return null
}

interface Neighbours {
  before: ImportField | null
  after: ImportField | null
}

function neighbours(table: readonly TableColumn[], position: number, mapped: readonly MappedColumn[]): Neighbours {
  const next = table[position + 1]
  const nextField = next ? (fieldsOfHeader(next.path.at(-1) ?? '')[0] ?? null) : null
  const previous = table[position - 1]
  const before = previous ? mapped.find((column) => column.index === previous.index)?.field ?? null : null
  return { before, after: nextField }
}

function plainColumn(
  column: TableColumn,
  header: string,
  values: readonly string[],
  isUnit: (text: string) => boolean,
  beside: Neighbours,
): MappedColumn | null {
  const leaf = column.path.at(-1) ?? ''
  const groups = column.path.slice(0, -1)
  const field = resolve(leaf, groups, values, isUnit, beside)
  return field === null ? null : { index: column.index, header, field, tickedWord: null }
}

function resolve(
  leaf: string,
  groups: readonly string[],
  values: readonly string[],
  isUnit: (text: string) => boolean,
  beside: Neighbours,
): ImportField | null {
  const keys = headerKeys(leaf)
  const is = (pattern: RegExp): boolean => keys.some((key) => pattern.test(key))
  if (is(/^近\d年|^近[一二三四五]年/) || is(/身份证|证件号/)) return null

  const withGroup = fieldsOfHeader(groups.join('') + leaf)
  if (groups.length > 0 && withGroup.length > 0 && withGroup[0]) return withGroup[0]
  const subject = groups.map(subjectOfGroup).findLast((s) => s !== null) ?? null
  const bySubject = subject && ofSubject(subject, is)
  if (bySubject) return bySubject
  if (is(/^(姓名|联系电话|电话|手机|手机号|手机号码|联系方式|职务|工作单位|工作单位及职务|所在单位|来源|是否党员)$/)) {
    return byNeighbour(is, beside)
  }
  if (is(/^(单位|所属网格)$/)) return mostly(values, isUnit) ? 'unitName' : is(/^单位$/) ? 'enterpriseName' : 'placeName'
  if (is(/^组织名称$/)) return mostly(values, (v) => orgTypeOfName(v) !== null || /^中共/.test(v)) ? 'partyOrgName' : 'enterpriseName'
  if (is(/^(成立日期|成立时间)$/)) {
    const nearOrg = subject === 'org' || isOrgField(beside.before) || isOrgField(beside.after)
    return nearOrg ? 'orgFoundedOn' : 'establishedOn'
  }
  if (is(/^(党组织类型|类型|类别|组织类型|组织类别)$/)) return byWords(values, ['orgMode', 'orgType', 'sector', 'enterpriseType'])
  if (is(/^(组织机构代码|营业执照号|营业执照注册号|工商执照号码|证照编号|注册号)$/)) {
    return mostly(values, (v) => creditCodeVerdict(v.trim().toUpperCase()) !== 'shape') ? 'creditCode' : 'oldCode'
  }
  if (is(/^覆盖情况$/)) return 'hasPartyOrg'
  if (is(/^隶属关系$/) && new Set(values).size <= 6 && !values.some((v) => /党委|党总支|党工委|工委|支部/.test(v))) return null
  if (is(/^(单位性质类别|企业控制\(控股\)情况|企业控制情况|经济类型)$/)) {
    return mostly(values, (v) => wordValue('enterpriseType', v) !== null) ? 'enterpriseType' : null
  }
  return fieldsOfHeader(leaf)[0] ?? null
}

function ofSubject(subject: Exclude<GroupSubject, null>, is: (pattern: RegExp) => boolean): ImportField | null {
  const fields = subjectFields[subject]
  if (is(/^(姓名|名字)$/)) return fields.name ?? null
  if (is(/^(联系电话|电话|手机|手机号|手机号码|联系方式)$/)) return fields.phone ?? null
  if (is(/^(是否党员|是否是党员|是否中共党员|政治面貌)$/)) return fields.isMember ?? null
  if (is(/^(职务|工作单位|工作单位及职务|所在单位|所在单位及职务|企业职务|单位)$/)) return fields.post ?? null
  if (is(/^来源$/)) return fields.source ?? null
  return null
}

/** A leaf that names nobody belongs to the person column before it: 指导员姓名 | 联系电话. */
function byNeighbour(is: (pattern: RegExp) => boolean, beside: Neighbours): ImportField | null {
  const subject: Exclude<GroupSubject, null> | null = beside.before?.startsWith('liaison')
    ? 'liaison'
    : beside.before?.startsWith('secretary')
      ? 'secretary'
      : beside.before?.startsWith('legalRep')
        ? 'legalRep'
        : beside.before?.startsWith('owner')
          ? 'owner'
          : null
  const field = subject && ofSubject(subject, is)
  if (field) return field
  return is(/^(联系电话|电话|手机|手机号|手机号码|联系方式)$/) ? 'contactPhone' : null
}

function isOrgField(field: ImportField | null): boolean {
  return field !== null && importFields[field] !== undefined && /^(org|partyOrg|parentOrg|hasPartyOrg|jointBasis)/.test(field)
}

function byWords(values: readonly string[], fields: readonly ImportField[]): ImportField | null {
  return fields.find((field) => mostly(values, (value) => isWordOf(field, value))) ?? null
}

function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => wordKey(value) !== '')
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length
}
