import { isEligible } from '../../../../shared/domain/coverage'
import { unbuiltKind } from '../../../../shared/domain/unbuiltKind'
import { enterpriseRepository } from '../../db/repositories/enterpriseRepository'
import type { FullLedgerRecord } from '../../db/repositories/ledgerRows'
import { planRepository } from '../../db/repositories/planRepository'
import { unitRepository } from '../../db/repositories/unitRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import type { FormScene, ReadFormRows } from './formScene'
import { asKnown, plainValue } from './recordValue'

/** F06: 实体运营 without an organisation: 应建未建 first, then 规模以上, then those with most members. */
export const f06Rows: ReadFormRows = async (manager, scene) => {
  const { asOf, unitId, settings: { rules } } = scene
  const ids = await planRepository.unbuilt(manager, { on: asOf, rules, ...(unitId === null ? {} : { unitIds: [unitId] }) })
  const records = await enterpriseRepository.ledgerRows(manager, { ids, asOf, rules })
  const plans = readRecords(manager, 'enterprise', ids)
  const places = new Map((await unitRepository.list(manager)).map(({ id }, i) => [id, i]))
  return records.sort(byUrgency(scene, places)).map((record): FormRow => {
    const plan = plans.get(record.id)?.values
    return {
      recordId: record.id,
      recordVersion: record.version,
      unitName: record.unitName,
      enterpriseName: record.enterpriseName,
      creditCode: record.creditCode,
      isAboveScale: record.isAboveScale,
      employees: record.employees,
      formalMembers: record.formalMembers,
      probationaryMembers: record.probationaryMembers,
      activists: record.activists,
      unbuiltKind: unbuiltKind(record.formalMembers, rules),
      unbuiltReason: record.unbuiltReason,
      plannedMeasure: plainValue(plan, 'plannedMeasure'),
      plannedMode: plainValue(plan, 'plannedMode'),
      plannedFoundingOn: asKnown(record.plannedFoundingOn, record.plannedFoundingOnPrecision),
      responsibleUnit: plainValue(plan, 'responsibleUnit'),
      responsible: plainValue(plan, 'responsible'),
      liaisonName: record.liaisonName,
      progress: plainValue(plan, 'progress'),
      note: record.note,
    }
  })
}

type Order = (a: FullLedgerRecord, b: FullLedgerRecord) => number

/** Equal ones by unit in official order, then as they were entered. */
function byUrgency({ settings: { rules } }: FormScene, places: ReadonlyMap<number, number>): Order {
  const rank = (record: FullLedgerRecord): number[] => [
    isEligible(record, rules) ? 0 : 1,
    record.isAboveScale === true ? 0 : 1,
    -(record.formalMembers ?? 0),
    places.get(record.unitId) ?? 0,
    record.id,
  ]
  const ranks = new Map<number, number[]>()
  const rankOf = (record: FullLedgerRecord): number[] => {
    const known = ranks.get(record.id) ?? rank(record)
    ranks.set(record.id, known)
    return known
  }
  return (a, b) => {
    const [one, other] = [rankOf(a), rankOf(b)]
    return one.reduce((difference, value, i) => difference || value - (other[i] ?? 0), 0)
  }
}
