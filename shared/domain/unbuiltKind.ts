import { isEligible, type CoverageRules } from './coverage'

/** 未建类别 of an enterprise without an organisation (form F06); null when nobody stated its 正式党员. */
export function unbuiltKind(formalMembers: number | null, rules: CoverageRules): string | null {
  if (formalMembers === null) return null
  if (isEligible({ formalMembers }, rules)) return '应建未建'
  return formalMembers === 0 ? '无党员' : `党员不足${rules.minMembers}名`
}
