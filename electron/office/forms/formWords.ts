import { liaisonKinds, type LiaisonKind } from '../../../shared/domain/valueDomain'
import type { FormValue } from './formRow'

/** What the forms call values that are kept under shorter words or as 是/否 (docs/domain.md, section 12). */

const kindWords: Readonly<Record<LiaisonKind, string>> = { 指导员: '党建工作指导员', 联络员: '党建工作联络员' }

export function liaisonKindWords(kind: FormValue): FormValue {
  const known = liaisonKinds.find((candidate) => candidate === kind)
  return known ? kindWords[known] : kind
}

export function liaisonLevelWords(level: FormValue): FormValue {
  return level === '乡镇街道级' ? '乡镇(街道)级' : level
}

/** 专职 or 兼职 of a person whose `fullTime` is stated. */
export function timeWords(fullTime: FormValue): FormValue {
  return typeof fullTime === 'boolean' ? (fullTime ? '专职' : '兼职') : null
}

/** 每季1次 */
export function frequencyWords(times: FormValue, unit: FormValue): string | null {
  return times === null || unit === null ? null : `每${String(unit)}${String(times)}次`
}

/** 整改措施及时限 in one cell: the measure, and its deadline in brackets. */
export function remedyWords(remedy: FormValue, deadline: FormValue): string | null {
  const parts = [...(remedy === null ? [] : [String(remedy)]), ...(deadline === null ? [] : [`(时限:${String(deadline)})`])]
  return parts.length === 0 ? null : parts.join('')
}
