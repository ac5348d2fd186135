import type { JointBasis } from './valueDomain'

/** What enterprises that found an organisation together have in common, and its 联合组建类型. */
export interface Bond {
  level: Nearness
  basis: JointBasis
  /** The building, village, road or industry, as first written. */
  name: string
}

/** From the nearest on: a building, park, market or shopping street; a village or community; a road; an industry. */
export const nearnesses = ['place', 'community', 'road', 'industry'] as const
export type Nearness = (typeof nearnesses)[number]

/** Where an enterprise stands, as far as its record says (docs/domain.md 9.2). */
export interface Placed {
  community: string | null
  /** 座落类型: what kind of place `placeName` is. */
  placeKind: string | null
  /** A park or building; sheets of F01 name the village or community here too. */
  placeName: string | null
  businessAddress: string | null
  industry: string | null
}

/** The bond of an enterprise at one level of nearness; null where its facts say nothing of it. */
export function jointBond(enterprise: Placed, level: Nearness): Bond | null {
  const name = nameOf(enterprise, level)
  return name === null ? null : { level, basis: basisOf(enterprise, level, name), name }
}

function nameOf(enterprise: Placed, level: Nearness): string | null {
  const place = bare(enterprise.placeName)
  const isCommunity = place !== null && basisOfPlace(enterprise, place) === '村(社区)'
  switch (level) {
    case 'place':
      return isCommunity ? null : place
    case 'community':
      return bare(enterprise.community) ?? (isCommunity ? place : null)
    case 'road':
      return roadOf(enterprise.businessAddress)
    case 'industry':
      return enterprise.industry
  }
}

function basisOf(enterprise: Placed, level: Nearness, name: string): JointBasis {
  if (level === 'place') return basisOfPlace(enterprise, name)
  return ({ community: '村(社区)', road: '乡镇街道', industry: '同行业' } as const)[level]
}

function bare(name: string | null): string | null {
  return name?.replace(/\s/g, '') || null
}

const basisOfKind: Partial<Record<string, JointBasis>> = {
  园区: '园区',
  楼宇: '商务楼宇',
  商圈: '商业街区(商圈)',
  专业市场: '专业市场',
}

function basisOfPlace({ placeKind }: Pick<Placed, 'placeKind'>, place: string): JointBasis {
  return basisOfKind[placeKind ?? ''] ?? placeBasis(place)
}

const placeWords: readonly (readonly [words: RegExp, basis: JointBasis])[] = [
  [/(?:市场|商城|建材城|汽配城|批发城)$/, '专业市场'],
  [/(?:商业街|步行街|街区|商圈|美食街|夜市|老街)$/, '商业街区(商圈)'],
  [/(?:园|园区|开发区|工业区|集中区|集聚区|高新区|产业基地|孵化器|基地)$/, '园区'],
  [/(?:大厦|大楼|写字楼|楼宇|楼|广场|中心|国际|天地)$/, '商务楼宇'],
  [/(?:村|社区|居委会|居民区|小区)$/, '村(社区)'],
  [/网格$/, '网格'],
]

/** What kind of place a name says; a name of no known kind is taken for a village or community. */
export function placeBasis(placeName: string): JointBasis {
  const bareName = placeName.replace(/[A-Za-z0-9一二三四五六七八九十东南西北]*(?:座|栋|幢|号楼|期|区块)$/, '')
  return placeWords.find(([words]) => words.test(bareName))?.[1] ?? '村(社区)'
}

/** The road or street an address names, without the number: 人民路; null when it names none. */
export function roadOf(address: string | null): string | null {
  const [, road] = /([\p{Script=Han}]{1,8}?(?:路|大道|大街|街|巷|弄))/u.exec(withoutUnit(address)) ?? []
  return road ?? null
}

/** The number of the house on its road; null when the address names none. */
export function houseNumberOf(address: string | null): number | null {
  const [, number] = /(?:路|大道|大街|街|巷|弄)(\d{1,6})号?/.exec(withoutUnit(address)) ?? []
  return number === undefined ? null : Number(number)
}

function withoutUnit(address: string | null): string {
  return (address ?? '').normalize('NFKC').replace(/\s/g, '').replace(/^.*?(?:街道办事处|街道|镇|乡|社区|村)(?=.)/, '')
}
