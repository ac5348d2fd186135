import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { definitionOf } from '../../../../shared/record/recordKind'
import { checkFacts } from '../../import/checkFacts'
import type { ImportField } from '../../import/importField'
import type { KnownEnterprise } from '../../import/knownLedger'
import { checkEnterprise } from '../../records/rules/enterpriseRules'
import { groupBy } from '../groupBy'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

/**
 * Of `checkFacts`, what is told of the enterprise itself. The rest is told once, of the organisation, the secretary's
 * term or the delivery it is about.
 */
const ownCodes: ReadonlySet<string> = new Set(['V-06', 'V-12', 'V-20', 'V-22', 'V-23', 'V-24', 'V-25', 'V-27', 'V-28', 'V-35', 'V-40'])
const othersPhones: ReadonlySet<ImportField> = new Set<ImportField>(['secretaryPhone', 'liaisonPhone'])

/** Contradictions and gaps of each living enterprise, its relations of today counted in. */
export function enterpriseFindings({ enterprises, records, today }: QualityFacts, settings: OfficeSettings): RecordFinding[] {
  const { rules, limits, words } = settings
  const { fields } = definitionOf('enterprise')
  const covered = groupBy(enterprises, ({ partyOrgId }) => partyOrgId)
  const facts = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]))
  return records.enterprise.flatMap(({ id, values }) => {
    const enterprise = facts.get(id)
    if (!enterprise) return []
    const orgMembers = enterprise.partyOrgId === null ? null : membersOf(covered.get(enterprise.partyOrgId) ?? [])
    const general = checkFacts(enterprise, { rules, limits, wording: settings, today, orgMembers, asked: () => true })
    const own = checkEnterprise(values, { before: null, sameName: null, built: enterprise.partyOrgId !== null, words })
    return [
      ...general.flatMap(({ code, level, field, message }): RecordFinding[] =>
        ownCodes.has(code) && !othersPhones.has(field)
          ? [{ code, level, kind: 'enterprise', id, field: field === 'enterpriseName' ? 'name' : field, message }]
          : [],
      ),
      ...own.map(({ code, level, field, message }): RecordFinding => {
        return { code, level, kind: 'enterprise', id, field: field !== null && field in fields ? field : null, message }
      }),
    ]
  })
}

function membersOf(enterprises: readonly KnownEnterprise[]): number {
  return enterprises.reduce((sum, { formalMembers }) => sum + (formalMembers ?? 0), 0)
}
