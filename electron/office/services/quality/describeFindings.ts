import type { QualityFinding } from '../../../../shared/contract/quality'
import type { ProblemLevel } from '../../../../shared/contract/problem'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { ownDefinition } from '../../../../shared/record/ownDefinition'
import { recordKinds, type RecordKind } from '../../../../shared/record/recordKind'
import { showField } from '../../../../shared/record/showField'
import type { EntityManager } from '../../db/gate'
import { recordRepository } from '../../db/repositories/recordRepository'
import type { StoredRecord } from '../../db/storedRecord'
import { checkTitles } from '../../import/checkTitles'
import { isImportField, ownFieldLabel } from '../../import/importField'
import { count } from '../../records/rules/say'
import { groupBy } from '../groupBy'
import { formPlace, type FormPlace } from './formPlace'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

export const gravity: Readonly<Record<ProblemLevel, number>> = { error: 0, warning: 1, notice: 2 }

/** A finding with its place on the form that goes back to a unit. */
export interface DescribedFinding extends QualityFinding {
  place: FormPlace | null
}

/** Findings with names, units and titles: unit by unit in official order, the gravest first, then by check and name. */
export async function describeFindings(
  manager: EntityManager,
  findings: readonly RecordFinding[],
  { records, units }: QualityFacts,
  settings: OfficeSettings,
): Promise<DescribedFinding[]> {
  const place = new Map(units.map(({ id }, i) => [id, i]))
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const unitOf = unitFinder(records)
  const described: DescribedFinding[] = []
  for (const [kind, own] of groupBy(findings, (finding) => finding.kind)) {
    const names = await recordRepository.names(manager, kind, [...new Set(own.map(({ id }) => id))], settings)
    const byId = new Map(records[kind].map((record) => [record.id, record]))
    const { label: kindLabel, fields } = ownDefinition(kind, settings)
    for (const { code, level, id, field, message, was, now } of own) {
      const record = byId.get(id)
      if (!record) continue
      const unitId = unitOf(kind, record)
      const definition = field === null ? undefined : fields[field]
      described.push({
        id: 0, level, code, title: checkTitles[code] ?? '填写不合栏目规定',
        unitId, unitName: unitId === null ? '' : (unitNames.get(unitId) ?? ''),
        kind, kindLabel, recordId: id, name: names.get(id) ?? '',
        enterpriseId: kind === 'enterprise' ? id : count(record.values, 'enterpriseId'),
        partyOrgId: kind === 'partyOrg' ? id : count(record.values, 'partyOrgId'),
        place: formPlace({ kind, id, code, field, values: record.values }),
        label: definition?.label ?? (field !== null && isImportField(field) ? ownFieldLabel(field, settings) : ''),
        message,
        was: was ?? null,
        now: now ?? (definition && definition.type !== 'ref' ? showField(definition, record.values[field ?? '']) : null),
      })
    }
  }
  const rank = ({ unitId }: QualityFinding): number => (unitId === null ? units.length : (place.get(unitId) ?? units.length))
  described.sort((a, b) => rank(a) - rank(b) || gravity[a.level] - gravity[b.level] || compare(a.code, b.code) || compare(a.name, b.name))
  return described.map((finding, i) => ({ ...finding, id: i + 1 }))
}

/** By code unit: thousands of names need an order, not that of a dictionary. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The unit a record belongs to: its own, else its enterprise's, else its organisation's. */
function unitFinder(records: QualityFacts['records']): (kind: RecordKind, record: StoredRecord) => number | null {
  const unitsOf = (kind: 'enterprise' | 'partyOrg'): Map<number, number | null> =>
    new Map(records[kind].map(({ id, values }) => [id, count(values, 'unitId')]))
  const [enterprises, orgs] = [unitsOf('enterprise'), unitsOf('partyOrg')]
  return (kind, { id, values }) => {
    if (kind === 'unit') return id
    const [own, enterpriseId, partyOrgId] = [count(values, 'unitId'), count(values, 'enterpriseId'), count(values, 'partyOrgId')]
    if (own !== null) return own
    const ofEnterprise = enterpriseId === null ? undefined : enterprises.get(enterpriseId)
    return ofEnterprise ?? (partyOrgId === null ? undefined : orgs.get(partyOrgId)) ?? null
  }
}

export const kindOrder = new Map(recordKinds.map((kind, i) => [kind, i]))
