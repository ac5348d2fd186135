import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { OperatingStatus } from '../../../../shared/domain/valueDomain'
import type { Arrival, EnterpriseEntry, SnapshotDifference } from '../../db/repositories/changeRepository'
import type { PeriodRecord } from '../../db/repositories/periodRepository'
import { removedField } from '../touchedRecord'

/** One change of an enterprise as form F13 lists it; `kind` is one of its 变动类别. */
export interface EnterpriseChange {
  enterpriseId: number
  kind: string
  /** Null where only a comparison shows it. */
  changedOn: CalendarDate | null
  before: string | null
  after: string | null
  reason: string | null
  operator: string | null
  note: string | null
  /** The unit it belonged to before a change of its unit. */
  leftUnitId: number | null
  /** The record it was merged into. */
  mergedIntoId: number | null
}

/** What a status is called when an enterprise comes to it. */
const statusKinds: Partial<Record<OperatingStatus, string>> = {
  停产停业: '停业', 空壳: '空壳核销', 吊销未注销: '吊销', 已注销: '注销', 迁出: '迁出', 合并: '合并',
}

/** Kinds after which the enterprise no longer works. */
export const endingKinds: ReadonlySet<string> = new Set(Object.values(statusKinds))

function statusKind(before: unknown, after: unknown): string | null {
  if (after !== '正常经营') return statusKinds[after as OperatingStatus] ?? null
  return before === '筹建' || before === null ? null : '恢复经营'
}

const nothing = { before: null, after: null, reason: null, operator: null, note: null, leftUnitId: null, mergedIntoId: null }

/** Status, name and unit as the history tells them, and records that were merged into another. */
export function entryChanges(entries: readonly EnterpriseEntry[], units: ReadonlyMap<number, string>): EnterpriseChange[] {
  return entries.flatMap(({ editId, enterpriseId, day, operator, action, changes }): EnterpriseChange[] => {
    const found = new Map(changes.map((change) => [change.field, change]))
    const base = { ...nothing, enterpriseId, changedOn: day, operator: operator || null }
    const removal = found.get(removedField)
    if (action === '合并') {
      const kept = entries.find((other) => other.editId === editId && other.enterpriseId !== enterpriseId)
      if (removal?.after !== true || !kept) return []
      return [{ ...base, kind: '合并', reason: '重复登记，并为一条', mergedIntoId: kept.enterpriseId }]
    }
    // A new record has no before.
    if (removal) return []
    const told: EnterpriseChange[] = []
    const [status, name, unit] = [found.get('operatingStatus'), found.get('name'), found.get('unitId')]
    const kind = status ? statusKind(status.before, status.after) : null
    if (status && kind) {
      const [since, reason] = [found.get('statusSince')?.after, found.get('statusReason')?.after]
      told.push({
        ...base, kind,
        changedOn: typeof since === 'string' ? since : day,
        before: String(status.before), after: String(status.after), reason: typeof reason === 'string' ? reason : null,
      })
    }
    if (name) told.push({ ...base, kind: '更名', before: String(name.before), after: String(name.after) })
    if (unit) {
      const nameOf = (id: unknown): string | null => units.get(Number(id)) ?? null
      told.push({ ...base, kind: '迁入', before: nameOf(unit.before), after: nameOf(unit.after), leftUnitId: Number(unit.before) })
    }
    return told
  })
}

/** What is not as a locked period says, for whatever the history does not tell. */
export function snapshotChanges(differences: readonly SnapshotDifference[], { label, cutOffOn }: PeriodRecord): EnterpriseChange[] {
  return differences.flatMap(({ enterpriseId, statusSince, ...facts }): EnterpriseChange[] => {
    const base = { ...nothing, enterpriseId, changedOn: null, note: `与${label}锁定数据比较` }
    const told: EnterpriseChange[] = []
    const kind = facts.operatingStatus === facts.statusNow ? null : statusKind(facts.operatingStatus, facts.statusNow)
    if (kind) {
      const changedOn = statusSince !== null && statusSince > cutOffOn ? statusSince : null
      told.push({ ...base, kind, changedOn, before: facts.operatingStatus, after: facts.statusNow })
    }
    if (facts.name !== facts.nameNow) told.push({ ...base, kind: '更名', before: facts.name, after: facts.nameNow })
    if (facts.unitName !== facts.unitNow) told.push({ ...base, kind: '迁入', before: facts.unitName, after: facts.unitNow, leftUnitId: facts.unitId })
    return told
  })
}

/** New enterprises: on the day they were founded if that lies in the span, else on the day they came into the ledger. */
export function arrivalChanges(arrivals: readonly Arrival[], { from, to }: { from: CalendarDate; to: CalendarDate }): EnterpriseChange[] {
  return arrivals.map(({ id, establishedOn, enteredOn }) => {
    const isFounded = establishedOn !== null && establishedOn >= from && establishedOn <= to
    return {
      ...nothing, enterpriseId: id, kind: '新增',
      changedOn: isFounded ? establishedOn : enteredOn,
      reason: isFounded ? '新设立' : '新纳入台账',
    }
  })
}
