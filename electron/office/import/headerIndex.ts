import aliasList from '../../../resources/aliases.json'
import { findForm } from '../forms/standardForms'
import { headerKeys, wordKey } from '../text/wordKey'
import { fieldByPattern } from './headerPatterns'
import { importFields, type ImportField } from './importField'

/** Fields of the alias list that an enterprise sheet stores under another name, by what their column says. */
const sameAs: Record<string, ImportField> = {
  liaisonEmployer: 'liaisonEmployerPost',
  liaisonPost: 'liaisonEmployerPost',
  hasLiaison: 'hasLiaison',
}

/** Headers people write that neither the forms nor the alias list carry. */
const more: Partial<Record<ImportField, string>> = {
  sector: '类别 类型 党组织类型 企业类别(非公企业/社会组织)',
  legalRepName: '法定代表人姓名 法人代表',
  legalRepIsMember: '法定代表人是否党员 法定代表人是否中共党员',
  legalRepPhone: '法定代表人电话 法人电话 法人联系电话 法定代表人联系电话',
  hasPartyOrg: '是否已建党组织 党组织是否建立 是否已建立党组织 是否建党组织',
  hasLiaison: '是否有指导员 是否有联络员 是否选派指导员',
  liaisonName: '指导员 联络员 党建指导员姓名 党建工作指导员姓名 党建工作联络员姓名 指导员/联络员 指导员(联络员)',
  liaisonPhone: '联络员联系电话 指导员电话 联络员手机 指导员手机 联络员手机号 指导员手机号 指导员联系方式 联络员联系方式',
  liaisonEmployerPost: '所在单位及职务 指导员单位及职务 联络员单位及职务 指导员(联络员)单位及职务 联络员所在单位 联络员单位',
  secretaryPhone: '书记手机号 书记手机号码 书记电话号码 支部书记电话 党组织书记联系电话 党组织书记联系方式',
  secretaryName: '党组织书记 现任书记',
  placeName: '所在村(社区) 园区楼宇 村(社区) 所属村(社区) 所属社区',
  creditCode: '社会信用代码 统一社会信用代码证号 统一社会信用编码',
  employees: '从业人员(人) 员工人数 职工人数 用工总数',
  formalMembers: '正式党员人数 正式党员数(人)',
  plannedFoundingOn: '拟组建时间',
  note: '其他说明',
}

interface HeaderIndex {
  /** Header key → fields it may mean, most likely first. */
  fields: ReadonlyMap<string, readonly ImportField[]>
  /** Keys of the level-one groups of the forms. */
  groups: ReadonlySet<string>
}

/** Aliases that name a thing of another noun than an enterprise sheet's field of the same name. */
const ignoredFields = new Set(['rowNo', 'orgCode', 'approvalNo', 'placeArea', 'isStandard', 'liaisonLevel', 'liaisonFullTime'])

function build(): HeaderIndex {
  const fields = new Map<string, ImportField[]>()
  const put = (header: string, field: string): void => {
    const target = Object.hasOwn(importFields, field) ? (field as ImportField) : sameAs[field]
    if (!target || ignoredFields.has(field)) return
    for (const key of headerKeys(header)) {
      const known = fields.get(key) ?? []
      if (!known.includes(target)) fields.set(key, [...known, target])
    }
  }
  const groups = new Set<string>()
  for (const form of [findForm('F01'), findForm('F02')]) {
    for (const column of form.columns) {
      put(column.header, column.field)
      if (column.group) {
        put(column.group + column.header, column.field)
        for (const key of headerKeys(column.group)) groups.add(key)
      }
    }
  }
  for (const alias of aliasList) {
    for (const header of [alias.zh, ...alias.seen.map(([word]) => word ?? ''), ...alias.made]) put(header, alias.field)
  }
  for (const [field, headers] of Object.entries(more)) for (const header of headers.split(' ')) put(header, field)
  return { fields, groups }
}

const index = build()

/** Fields a header text may stand for, most likely first; empty when unknown. Known wordings win over patterns. */
export function fieldsOfHeader(header: string): readonly ImportField[] {
  const keys = headerKeys(header)
  for (const key of keys) {
    const fields = index.fields.get(key)
    if (fields) return fields
  }
  const field = fieldByPattern(keys.at(-1) ?? '')
  return field === null ? [] : [field]
}

/** Whether a header is one of the known wordings, rather than one a pattern makes out. */
export function isListedHeader(header: string): boolean {
  return headerKeys(header).some((key) => index.fields.has(key))
}

/** Whom a group header speaks of; null for a group that resolves nothing. */
export type GroupSubject = 'enterprise' | 'owner' | 'legalRep' | 'org' | 'members' | 'secretary' | 'liaison' | 'mass' | null

export function subjectOfGroup(group: string): GroupSubject {
  const key = wordKey(group)
  if (/书记|党组织负责人/.test(key)) return 'secretary'
  if (/指导员|联络员|工作覆盖|包联|联系人\(党建\)/.test(key)) return 'liaison'
  if (/出资人|企业主|业主/.test(key)) return 'owner'
  if (/负责人|法定代表人|法人/.test(key)) return 'legalRep'
  if (/党组织|组织覆盖/.test(key)) return 'org'
  if (/党员/.test(key)) return 'members'
  if (/群团/.test(key)) return 'mass'
  if (/企业|基本情况|概况/.test(key)) return 'enterprise'
  return null
}

export function isRowNumberHeader(header: string): boolean {
  return headerKeys(header).some((key) => /^(序号|编号|行号|no\.?|序)$/.test(key))
}

export function isGroupHeader(header: string): boolean {
  return headerKeys(header).some((key) => index.groups.has(key)) || subjectOfGroup(header) !== null
}

/** A known header one character away, for headers of four characters and more: a suggestion, never a mapping. */
export function suggestedHeader(header: string): string | null {
  const key = headerKeys(header).at(-1) ?? ''
  if (key.length < 4) return null
  for (const known of index.fields.keys()) {
    if (Math.abs(known.length - key.length) <= 1 && known.length >= 4 && differByOne(known, key)) return known
  }
  return null
}

function differByOne(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  return endA - start <= 1 && endB - start <= 1
}
