import type { OrgMode } from '../../../shared/domain/valueDomain'
import { wordKey } from '../text/wordKey'
import type { KnownUnit, UnitIndex } from './unitIndex'
import { wordValue } from './wordTable'

/** What a heading between the rows says of every row below it, until another heading says otherwise. */
export interface SectionFacts {
  sector?: string
  unit?: KnownUnit
  /** 单独组建 / 联合组建 / 已建 / 未建. */
  coverage?: { hasPartyOrg: boolean; orgMode: OrgMode | null }
}

const ordinal = /^(?:\(?[一二三四五六七八九十]{1,3}\)?[、.:]?|\(?\d{1,2}[)、.])/
const total = /(?:\([^()]*\)|共?\d+[家户个])$/
const builtEnd = '(?:企业)?(?:的)?(?:党组织|党支部)?(?:的)?(?:企业|非公企业|单位|情况)?$'
const coverages: readonly [RegExp, SectionFacts['coverage']][] = [
  [new RegExp(`^(?:单独(?:组建|建立|成立)?|单建)${builtEnd}`), { hasPartyOrg: true, orgMode: '单独组建' }],
  [new RegExp(`^(?:联合(?:组建|建立|成立)?|联建)${builtEnd}`), { hasPartyOrg: true, orgMode: '联合组建' }],
  [new RegExp(`^已(?:组建|建立|成立|建)${builtEnd}`), { hasPartyOrg: true, orgMode: null }],
  [new RegExp(`^(?:应建)?(?:尚)?未(?:组建|建立|成立|建)${builtEnd}`), { hasPartyOrg: false, orgMode: null }],
]

/** Reads a heading such as 一、单独组建(12家), 非公企业 or 二、青石镇; null when it says nothing the rows need. */
export function sectionFacts(text: string, units: UnitIndex): SectionFacts | null {
  const key = wordKey(text).replace(total, '').replace(total, '')
  for (const words of [key, key.replace(ordinal, '')]) {
    const sector = wordValue('sector', words)
    if (sector !== null) return { sector }
    const coverage = coverages.find(([pattern]) => pattern.test(words))?.[1]
    if (coverage) return { coverage }
    const unit = units.find(words)
    if (unit) return { unit }
  }
  return null
}
