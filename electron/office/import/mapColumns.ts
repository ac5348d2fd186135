import { creditCodeVerdict } from '../../../shared/domain/creditCode'
import { nationalWords } from '../../../shared/domain/ownWords'
import { orgTypeOfName } from '../text/orgKey'
import { headerKeys, wordKey } from '../text/wordKey'
import { claimColumns, personalColumn, type ColumnMap, type ColumnSamples, type MappedColumn } from './claimColumns'
import type { TableColumn } from './findTable'
import { fieldsOfHeader, isListedHeader, subjectOfGroup, suggestedHeader, type GroupSubject } from './headerIndex'
import { fieldKind, importFields, type ImportField } from './importField'
import { mostly } from './mostly'
import { isWordOf, wordValue } from './wordTable'
import type { ReadingWords } from './readingWords'

type LeafField = readonly [leaf: RegExp, field: ImportField]

const nameLeaf = /^(姓名|名字)$/
const phoneLeaf = /^(联系电话|电话|手机|手机号|手机号码|联系方式|电话号码)$/
const memberLeaf = /^(是否(是|为)?(中共)?党员|政治面貌)$/
const postLeaf = /^(职务|工作单位|工作单位及职务|所在单位|所在单位及职务|单位及职务|单位职务|企业职务|单位)$/

/** What short leaf headers mean under a group that speaks of somebody or something. */
const subjectLeaves: Record<Exclude<GroupSubject, null>, readonly LeafField[]> = {
  enterprise: [[/^(姓名|名字|名称|全称)$/, 'enterpriseName'], [phoneLeaf, 'contactPhone']],
  owner: [[nameLeaf, 'ownerName'], [phoneLeaf, 'contactPhone'], [memberLeaf, 'ownerIsMember']],
  legalRep: [[nameLeaf, 'legalRepName'], [phoneLeaf, 'legalRepPhone'], [memberLeaf, 'legalRepIsMember']],
  org: [
    [/^(名称|全称)$/, 'partyOrgName'],
    [/^是否(已)?(建立|组建|成立|建)$|^(建立|组建|成立)(与否|情况)$/, 'hasPartyOrg'],
    [/^(方式|形式)$/, 'orgMode'],
    [/^(组建|建立)(时间|日期|年月)$/, 'orgFoundedOn'],
    [/^(主要)?原因$/, 'unbuiltReason'],
  ],
  members: [
    [/^(其中:?)?正式(人数)?$/, 'formalMembers'],
    [/^(其中:?)?预备(人数)?$/, 'probationaryMembers'],
    [/^(其中:?)?流动(人数)?$/, 'floatingMembers'],
  ],
  secretary: [[nameLeaf, 'secretaryName'], [phoneLeaf, 'secretaryPhone'], [postLeaf, 'secretaryPost'], [/^来源$/, 'secretarySource']],
  liaison: [[nameLeaf, 'liaisonName'], [phoneLeaf, 'liaisonPhone'], [postLeaf, 'liaisonEmployerPost']],
  mass: [],
}

/** Maps every column of a ledger's table to a field, or says why not. `own` are the words of the district. */
export function mapColumns(
  table: readonly TableColumn[],
  samples: ColumnSamples,
  unitNames: (text: string) => boolean,
  own: ReadingWords = nationalWords,
): ColumnMap {
  const claimed = claimColumns<ImportField>(table, samples, {
    map: (column, header, position, mapped) =>
      tickLeaf(column, header, own) ??
      plainColumn(column, header, samples(column.index), unitNames, { ...neighbours(table, position, mapped), own }),
    saysBetter,
    whyNot: suggestion,
  })
  readByValues(claimed.columns, claimed.unmapped, samples, unitNames)
  return claimed
}

/** A known wording beats one made out by pattern, 正式党员 beats 党员总数, 企业名称 beats 单位名称. */
function saysBetter(column: MappedColumn, rival: MappedColumn, leaf: string): boolean {
  if (column.field === 'formalMembers' && /正式/.test(column.header) !== /正式/.test(rival.header)) return /正式/.test(column.header)
  if (column.field === 'enterpriseName' && /企业/.test(column.header) !== /企业/.test(rival.header) && isListedHeader(leaf)) return /企业/.test(column.header)
  return isListedHeader(leaf) && !isListedHeader(rival.header.split('/').at(-1) ?? '')
}

const nameEnding = /(?:公司|集团|厂|店|合作社|商行|经营部|门市部|超市|商场|市场|酒店|宾馆|饭店|中心|事务所|工作室|企业|诊所|医院|学校|幼儿园)(?:\([^()]*\))?$/

/** Whether a text reads like the name of one enterprise. */
export function namesEnterprise(text: string): boolean {
  return nameEnding.test(wordKey(text)) && !/[、,，;；\n]/.test(text)
}

/** Under a header nobody foresaw: a column of nothing but names, codes or units is taken when no header says that. */
function readByValues(columns: MappedColumn[], unmapped: ColumnMap['unmapped'][number][], samples: ColumnSamples, isUnit: (text: string) => boolean): void {
  const tests: readonly [ImportField, (value: string) => boolean][] = [
    ['enterpriseName', namesEnterprise],
    ['creditCode', (value) => creditCodeVerdict(value.toUpperCase()) === 'good'],
    ['unitName', isUnit],
  ]
  for (const [field, test] of tests) {
    if (columns.some((column) => column.field === field)) continue
    const likely = unmapped.filter(({ index }) => mostly(samples(index), test))
    const [only] = likely
    if (!only || likely.length > 1) continue
    unmapped.splice(unmapped.indexOf(only), 1)
    columns.push({ index: only.index, header: only.header, field, tickedWord: null })
  }
}

function suggestion(header: string): string | null {
  const personal = personalColumn(header)
  if (personal !== null) return personal
  const leaf = wordKey(header)
  const known = isListedHeader(leaf) ? null : suggestedHeader(leaf)
  return known ? `是否为“${known}”？请改正列名后重新导入` : null
}

/** √ matrix: the leaf is a value of the field its group names, e.g. 组建方式/单独组建. */
function tickLeaf(column: TableColumn, header: string, own: ReadingWords): MappedColumn | null {
  if (column.path.length < 2) return null
  const leaf = column.path.at(-1) ?? ''
  const group = column.path.at(-2) ?? ''
  if (fieldsOfHeader(leaf).length > 0 && !fieldsOfHeader(group).some((field) => isWordOf(fieldKind(field), leaf, own))) return null
  for (const field of fieldsOfHeader(group)) {
    if (isWordOf(fieldKind(field), leaf, own)) return { index: column.index, header, field, tickedWord: leaf }
  }
  return null
}

interface Neighbours {
  before: ImportField | null
  after: ImportField | null
  /** Whether another column's own header says the field: then a leaf beside a person does not. */
  saidElsewhere(field: ImportField): boolean
}

/** What a column is told by besides its own words. */
interface Scene extends Neighbours {
  own: ReadingWords
}

/** Columns that describe the person before them: 书记姓名 | 性别 | 学历 | 联系电话. */
const ofPerson = /^(?:性别|年龄|出生|学历|民族|籍贯|职务|职称|身份|来源|党龄|入党|任职|专职|兼职|政治面貌)/

function neighbours(table: readonly TableColumn[], position: number, mapped: readonly MappedColumn[]): Neighbours {
  const next = table[position + 1]
  const nextField = next ? (fieldsOfHeader(next.path.at(-1) ?? '')[0] ?? null) : null
  let at = position - 1
  while (at > 0 && ofPerson.test(wordKey(table[at]?.path.at(-1) ?? ''))) at--
  const before = mapped.find((column) => column.index === table[at]?.index)?.field ?? null
  const saidElsewhere = (field: ImportField): boolean => table.some((column, i) => i !== position && saysItself(column, field))
  return { before, after: nextField, saidElsewhere }
}

function plainColumn(
  column: TableColumn,
  header: string,
  values: readonly string[],
  isUnit: (text: string) => boolean,
  beside: Scene,
): MappedColumn | null {
  const leaf = column.path.at(-1) ?? ''
  const groups = column.path.slice(0, -1)
  const named = nameAndPhone(leaf, groups)
  if (named) return { index: column.index, header, tickedWord: null, ...named }
  const field = resolve(leaf, groups, values, isUnit, beside)
  const phoneField = field === null ? undefined : personPhones[field]
  return field === null ? null : { index: column.index, header, field, tickedWord: null, ...(phoneField ? { phoneField } : {}) }
}

/** Who a column names → where a telephone goes that stands beside the name in one cell. */
export const personPhones: Partial<Record<ImportField, ImportField>> = {
  secretaryName: 'secretaryPhone', liaisonName: 'liaisonPhone', contactName: 'contactPhone', ownerName: 'contactPhone', legalRepName: 'legalRepPhone',
}

/** 书记姓名及联系方式, or 姓名及电话 in a group: one column for a person and his telephone. */
function nameAndPhone(leaf: string, groups: readonly string[]): Pick<MappedColumn, 'field' | 'phoneField'> | null {
  const [, person] = /^(.+?)[及、和与/]+(?:其)?(?:联系)?(?:电话|方式|手机)(?:号码|号)?$/.exec(headerKeys(leaf).at(-1) ?? '') ?? []
  if (person === undefined) return null
  const subject = groups.map(subjectOfGroup).findLast((candidate) => candidate !== null) ?? null
  const field = (subject && ofSubject(subject, (pattern) => pattern.test(person))) ?? fieldsOfHeader(person)[0]
  const phoneField = field && personPhones[field]
  return phoneField ? { field, phoneField } : null
}

function resolve(
  leaf: string,
  groups: readonly string[],
  values: readonly string[],
  isUnit: (text: string) => boolean,
  beside: Scene,
): ImportField | null {
  const keys = headerKeys(leaf)
  const is = (pattern: RegExp): boolean => keys.some((key) => pattern.test(key))
  if (is(/^近\d年|^近[一二三四五]年/) || is(/身份证|证件号/)) return null

  if (is(/^(单位|单位名称|所属单位)$/) && mostly(values, isUnit)) return 'unitName'
  const withGroup = fieldsOfHeader(groups.join('') + leaf)
  if (groups.length > 0 && withGroup.length > 0 && withGroup[0]) return withGroup[0]
  const subject = groups.map(subjectOfGroup).findLast((s) => s !== null) ?? null
  const bySubject = subject && ofSubject(subject, is)
  if (bySubject) return bySubject
  if ([nameLeaf, phoneLeaf, memberLeaf, postLeaf, /^来源$/].some(is) && !is(/^单位$/)) {
    return byNeighbour(is, beside) ?? (is(memberLeaf) ? (fieldsOfHeader(leaf)[0] ?? null) : null)
  }
  if (is(/^(所属党委|所属党工委)$/)) {
    return mostly(values, (v) => isUnit(v) && !/^中共|委员会$/.test(v)) ? 'unitName' : 'parentOrgName'
  }
  if (is(/^(单位|所属网格)$/)) {
    if (mostly(values, isUnit)) return 'unitName'
    return !is(/^单位$/) ? 'placeName' : beside.saidElsewhere('enterpriseName') ? 'unitName' : 'enterpriseName'
  }
  if (is(/^组织名称$/)) return mostly(values, (v) => orgTypeOfName(v) !== null || /^中共/.test(v)) ? 'partyOrgName' : 'enterpriseName'
  if (is(/^(成立|建立|批复)(日期|时间)$/) && !keys.some((key) => key.includes('企业'))) {
    const nearOrg = subject === 'org' || isOrgField(beside.before) || isOrgField(beside.after)
    return nearOrg ? 'orgFoundedOn' : 'establishedOn'
  }
  if (is(/^(党组织类型|类型|类别|组织类型|组织类别|党组织形式|组织形式|党组织设置)$/)) return byWords(values, ['orgMode', 'orgType', 'sector', 'enterpriseType'], beside.own)
  if (is(/^(组织机构代码|营业执照号|营业执照注册号|工商执照号码|证照编号|注册号)$/)) {
    return mostly(values, (v) => creditCodeVerdict(v.trim().toUpperCase()) !== 'shape') ? 'creditCode' : 'oldCode'
  }
  if (is(/^(党组织|组织)?(覆盖|组建)(情况|方式|类型)$/) && !is(/^组建(方式|类型)$/)) return mostly(values, (v) => wordValue('orgMode', v) !== null) ? 'orgMode' : 'hasPartyOrg'
  if (is(/^(所属|所在)?园区$|^辖区$/) && !beside.saidElsewhere('unitName') && mostly(values, isUnit)) return 'unitName'
  if (is(/^(企业|单位|组织)(类别|类型|性质)$/) && mostly(values, (v) => wordValue('sector', v) !== null)) return 'sector'
  if (is(/^隶属关系$/) && new Set(values).size <= 6 && !values.some((v) => /党委|党总支|党工委|工委|委员会|支部/.test(v))) return null
  if (is(/^(单位性质类别|企业控制\(控股\)情况|企业控制情况|经济类型)$/)) {
    return mostly(values, (v) => wordValue('enterpriseType', v, beside.own) !== null) ? 'enterpriseType' : null
  }
  return fieldsOfHeader(leaf)[0] ?? null
}

function ofSubject(subject: Exclude<GroupSubject, null>, is: (pattern: RegExp) => boolean): ImportField | null {
  return subjectLeaves[subject].find(([leaf]) => is(leaf))?.[1] ?? null
}

/** A header that names its person, unlike 联系电话. */
function saysItself(column: TableColumn, field: ImportField): boolean {
  const leaf = column.path.at(-1) ?? ''
  return ![nameLeaf, phoneLeaf, memberLeaf, postLeaf].some((bare) => headerKeys(leaf).some((key) => bare.test(key))) && fieldsOfHeader(leaf)[0] === field
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
  if (field && !beside.saidElsewhere(field)) return field
  return is(phoneLeaf) ? 'contactPhone' : null
}

function isOrgField(field: ImportField | null): boolean {
  return field !== null && importFields[field] !== undefined && /^(org|partyOrg|parentOrg|hasPartyOrg|jointBasis)/.test(field)
}

function byWords(values: readonly string[], fields: readonly ImportField[], own: ReadingWords): ImportField | null {
  return fields.find((field) => mostly(values, (value) => isWordOf(fieldKind(field), value, own))) ?? null
}
