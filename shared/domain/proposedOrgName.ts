import type { OrgType } from './valueDomain'

/** Proposed name for an organisation nobody has named: 中共 + enterprise + 支部委员会 (by type). */
export function proposedOrgName(enterpriseName: string, type: OrgType | null, joint: boolean): string {
  const stem = `中共${enterpriseName}${joint ? '等企业联合' : ''}`
  switch (type) {
    case '党委':
      return `${stem}委员会`
    case '党总支':
      return `${stem}总支部委员会`
    case '临时党委':
      return `${stem}临时委员会`
    case '临时党总支':
      return `${stem}临时总支部委员会`
    case '临时党支部':
      return `${stem}临时支部委员会`
    default:
      return `${stem}支部委员会`
  }
}
