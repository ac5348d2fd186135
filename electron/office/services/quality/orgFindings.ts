import type { Finding } from '../../../../shared/contract/record'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { personKey } from '../../../../shared/domain/personKey'
import { quoted } from '../../../../shared/domain/quoted'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { StoredRecord } from '../../db/storedRecord'
import { checkCoverage, checkPartyOrg, checkSecretaryTerm } from '../../records/rules/partyOrgRules'
import { count, notice, overlaps, text, warning, type Span } from '../../records/rules/say'
import { groupBy } from '../groupBy'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

const spanOf = ({ values }: StoredRecord): Span => ({ from: text(values, 'since'), to: text(values, 'until') })
const orgOf = ({ values }: StoredRecord): number => count(values, 'partyOrgId') ?? 0
const enterpriseOf = ({ values }: StoredRecord): number => count(values, 'enterpriseId') ?? 0

/** Organisations, what they cover and who leads them. A contradiction of two records is told of the later one. */
export function orgFindings(facts: QualityFacts, { rules, limits }: OfficeSettings): RecordFinding[] {
  const { records, today } = facts
  const day: Span = { from: today, to: today }
  const orgs = new Map(records.partyOrg.map((org) => [org.id, org]))
  const enterprises = new Map(records.enterprise.map((enterprise) => [enterprise.id, enterprise]))
  const unitNames = new Map(facts.units.map(({ id, name }) => [id, name]))
  const living = records.partyOrg.filter(({ values }) => !values['dissolvedOn'])
  const namesakes = groupBy(living, ({ values }) => String(values['name']))
  const ofToday = records.coverage.filter((coverage) => overlaps(spanOf(coverage), day))
  const coveredBy = groupBy(ofToday, orgOf)
  const coverings = groupBy(records.coverage, enterpriseOf)
  const terms = groupBy(records.secretaryTerm, orgOf)
  const heads = headedOrgs(records.secretaryTerm, orgs)

  const said = (kind: RecordKind, id: number, findings: readonly Finding[]): RecordFinding[] =>
    findings.map(({ code, level, field, message }) => ({ code, level, kind, id, field, message }))

  function ofOrg({ id, values }: StoredRecord): Finding[] {
    const covered = (coveredBy.get(id) ?? []).flatMap((coverage) => {
      const enterprise = enterprises.get(enterpriseOf(coverage))
      return enterprise ? [{ name: String(enterprise.values['name']), formalMembers: count(enterprise.values, 'formalMembers') }] : []
    })
    const findings = checkPartyOrg(values, {
      covered,
      sameName: !values['dissolvedOn'] && (namesakes.get(String(values['name']))?.length ?? 0) > 1,
      hasSecretary: (terms.get(id) ?? []).some((term) => overlaps(spanOf(term), day)),
      minMembers: rules.minMembers,
      jointLimit: limits.jointLimit,
      today,
    })
    const proposed = values['unverified'] === true ? [warning('name', 'V-13', '名称由程序代拟，待核实')] : []
    // Which of its enterprises could have one of its own is told of each of them.
    return [...proposed, ...findings.filter(({ code }) => code !== 'V-22')]
  }

  function ofCoverage(coverage: StoredRecord): Finding[] {
    const org = orgs.get(orgOf(coverage))
    const enterprise = enterprises.get(enterpriseOf(coverage))
    const earlier = (coverings.get(enterpriseOf(coverage)) ?? []).filter(({ id }) => id < coverage.id)
    const findings = checkCoverage(coverage.values, {
      others: earlier.map((other) => ({ ...spanOf(other), orgName: String(orgs.get(orgOf(other))?.values['name'] ?? '') })),
      org: org
        ? { name: String(org.values['name']), mode: String(org.values['mode']), dissolvedOn: text(org.values, 'dissolvedOn'), foundedOn: text(org.values, 'foundedOn') }
        : null,
      alsoCovered: [],
      formalMembers: null,
      minMembers: rules.minMembers,
    })
    const [orgUnit, unit] = [org && count(org.values, 'unitId'), enterprise && count(enterprise.values, 'unitId')]
    if (!orgUnit || !unit || orgUnit === unit || !overlaps(spanOf(coverage), day)) return findings
    const crossing = `企业属${quoted(unitNames.get(unit) ?? '')}，党组织由${quoted(unitNames.get(orgUnit) ?? '')}管理，请确认是否属实`
    return [...findings, notice('partyOrgId', 'V-49', crossing)]
  }

  function ofTerm(term: StoredRecord): Finding[] {
    const earlier = (terms.get(orgOf(term)) ?? []).filter(({ id }) => id < term.id)
    const headed = heads.get(personOf(term)) ?? []
    return checkSecretaryTerm(term.values, {
      others: earlier.map((other) => ({ ...spanOf(other), name: String(other.values['name']) })),
      alsoHeads: headed.filter((org) => org.id !== orgOf(term)).map(({ values }) => String(values['name'])),
    })
  }

  return [
    ...records.partyOrg.flatMap((org) => said('partyOrg', org.id, ofOrg(org))),
    ...records.coverage.flatMap((coverage) => said('coverage', coverage.id, ofCoverage(coverage))),
    // Of terms that ended only the order of their days matters.
    ...records.secretaryTerm.flatMap((term) =>
      said('secretaryTerm', term.id, ofTerm(term).filter(({ code }) => code === 'V-33' || term.values['until'] === null)),
    ),
  ]
}

/** Organisations somebody leads now, by person. */
function headedOrgs(terms: readonly StoredRecord[], orgs: ReadonlyMap<number, StoredRecord>): Map<string, StoredRecord[]> {
  const heads = new Map<string, StoredRecord[]>()
  for (const term of terms) {
    const org = orgs.get(orgOf(term))
    if (term.values['until'] !== null || !org || org.values['dissolvedOn']) continue
    heads.set(personOf(term), [...(heads.get(personOf(term)) ?? []), org])
  }
  return heads
}

function personOf({ values }: StoredRecord): string {
  return personKey(String(values['name']), text(values, 'phone'))
}
