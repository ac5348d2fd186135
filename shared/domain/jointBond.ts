import type { JointBasis } from './valueDomain'

/** What enterprises that found an organisation together have in common, and its 联合组建类型. */
export interface Bond {
  basis: JointBasis
  /** The building, street or industry, as first written. */
  name: string
}

interface Placed {
  placeName: string | null
  businessAddress: string | null
  industry: string | null
}

/** The bond of an enterprise at one level of nearness; null where its facts say nothing of it. */
export function jointBond(enterprise: Placed, level: 'place' | 'road' | 'industry'): Bond | null {
  if (level === 'industry') return enterprise.industry ? { basis: '同行业', name: enterprise.industry } : null
  if (level === 'road') {
    const road = roadOf(enterprise.businessAddress)
    return road === null ? null : { basis: '乡镇街道', name: road }
  }
  const place = enterprise.placeName?.replace(/\s/g, '') ?? ''
  return place === '' ? null : { basis: placeBasis(place), name: place }
}

const placeKinds: readonly (readonly [words: RegExp, basis: JointBasis])[] = [
  [/(?:市场|商城|建材城|汽配城|批发城)$/, '专业市场'],
  [/(?:商业街|步行街|街区|商圈|美食街|夜市|老街)$/, '商业街区(商圈)'],
  [/(?:园|园区|开发区|工业区|集中区|集聚区|高新区|产业基地|孵化器|基地)$/, '园区'],
  [/(?:大厦|大楼|写字楼|楼宇|楼|广场|中心|国际|天地)$/, '商务楼宇'],
  [/(?:村|社区|居委会|居民区|小区)$/, '村(社区)'],
  [/网格$/, '网格'],
]

/** What kind of place a name says; a name of no known kind is taken for a village or community. */
export function placeBasis(placeName: string): JointBasis {
  const bare = placeName.replace(/[A-Za-z0-9一二三四五六七八九十东南西北]*(?:座|栋|幢|号楼|期|区块)$/, '')
  return placeKinds.find(([words]) => words.test(bare))?.[1] ?? '村(社区)'
}

/** The road or street an address names, without the number: 人民路; null when it names none. */
export function roadOf(address: string | null): string | null {
  const bare = (address ?? '').replace(/\s/g, '').replace(/^.*?(?:街道办事处|街道|镇|乡|社区|村)(?=.)/, '')
  const [, road] = /([\p{Script=Han}]{1,8}?(?:路|大道|大街|街|巷|弄))/u.exec(bare) ?? []
  return road ?? null
}
