import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { personKey } from '../../../shared/domain/personKey'
import type { Problem } from '../../../shared/contract/problem'
import { checkFacts } from '../import/checkFacts'
import { checkTitles } from '../import/checkTitles'
import { ownFieldLabel } from '../import/importField'
import type { KnownEnterprise } from '../import/knownLedger'

export interface LedgerFinding extends Problem {
  enterpriseId: number | null
  enterpriseName: string
}

/** Runs the checks over living enterprises of the ledger, and those that span several of them (V-30, V-34). */
export function checkLedger(
  enterprises: readonly KnownEnterprise[],
  wording: Pick<OfficeSettings, 'rules' | 'limits' | 'words' | 'deliveryLabels' | 'goalLabels'>,
  today: string,
): LedgerFinding[] {
  const { rules, limits } = wording
  const groups = new Map<number, KnownEnterprise[]>()
  for (const enterprise of enterprises) {
    if (enterprise.partyOrgId === null) continue
    groups.set(enterprise.partyOrgId, [...(groups.get(enterprise.partyOrgId) ?? []), enterprise])
  }
  const findings = enterprises.flatMap((enterprise) => {
    const group = enterprise.partyOrgId === null ? null : groups.get(enterprise.partyOrgId)
    const orgMembers = group ? group.reduce((sum, member) => sum + (member.formalMembers ?? 0), 0) : null
    return checkFacts(enterprise, { rules, limits, wording, today, orgMembers, asked: () => true }).map(
      ({ code, level, field, message }): LedgerFinding => ({
        sheet: null, row: null, column: ownFieldLabel(field, wording), code, level, message,
        enterpriseId: enterprise.id, enterpriseName: enterprise.enterpriseName,
      }),
    )
  })
  return [...findings, ...crowdedOrgs(groups, limits.jointLimit), ...busySecretaries(groups)]
}

function crowdedOrgs(groups: ReadonlyMap<number, readonly KnownEnterprise[]>, jointLimit: number): LedgerFinding[] {
  return [...groups.values()]
    .filter((group) => group[0]?.orgMode === '联合组建' && group.length > jointLimit)
    .map((group) => ({
      sheet: null, row: null, column: null, code: 'V-30', level: 'notice', enterpriseId: null,
      enterpriseName: group[0]?.partyOrgName ?? '',
      message: `联合党组织覆盖 ${group.length} 家企业，超过 ${jointLimit} 家`,
    }))
}

function busySecretaries(groups: ReadonlyMap<number, readonly KnownEnterprise[]>): LedgerFinding[] {
  const heads = new Map<string, string[]>()
  for (const group of groups.values()) {
    const first = group[0]
    if (!first?.secretaryName) continue
    const person = personKey(first.secretaryName, first.secretaryPhone)
    heads.set(person, [...(heads.get(person) ?? []), first.partyOrgName ?? ''])
  }
  return [...heads].filter(([, orgs]) => orgs.length > 1).map(([person, orgs]) => ({
    sheet: null, row: null, column: null, code: 'V-34', level: 'notice', enterpriseId: null,
    enterpriseName: orgs[0] ?? '',
    message: `${person.split('|')[0] ?? ''} 同时任 ${orgs.length} 个党组织的书记：${orgs.join('、')}`,
  }))
}

/** Findings counted by check, errors first, then by number. */
export function countByCode(findings: readonly LedgerFinding[]) {
  const order = { error: 0, warning: 1, notice: 2 }
  const counts = new Map<string, { code: string; level: LedgerFinding['level']; count: number; title: string }>()
  for (const { code, level } of findings) {
    const known = counts.get(code)
    if (known) known.count++
    else counts.set(code, { code, level, count: 1, title: checkTitles[code] ?? code })
  }
  return [...counts.values()].sort((a, b) => order[a.level] - order[b.level] || a.code.localeCompare(b.code))
}
