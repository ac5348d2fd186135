import { unitRepository } from '../../db/repositories/unitRepository'
import { changeRepository } from '../../db/repositories/changeRepository'
import { periodRepository, type PeriodRecord } from '../../db/repositories/periodRepository'
import type { FormRow } from '../../forms/formRow'
import { arrivalChanges, entryChanges, snapshotChanges, type EnterpriseChange } from './enterpriseChanges'
import type { FormScene, ReadFormRows } from './formScene'
import { orgDisposal } from './orgDisposal'

/**
 * F13: enterprises that came, went or changed, by day: what the history says, and what a locked period from before it
 * shows where the history is silent.
 */
export const f13Rows: ReadFormRows = async (manager, scene) => {
  const units = new Map((await unitRepository.list(manager)).map(({ id, name }) => [id, name]))
  const baseline = baselineOf(await periodRepository.inForce(manager), scene)
  const told = entryChanges(await changeRepository.entries(manager), units)
  const known = new Set(told.map(({ enterpriseId, kind }) => `${enterpriseId}:${kind}`))
  // What stands in the ledger is compared: it says nothing of a day that has passed.
  const compared = baseline && scene.asOf === scene.today ? snapshotChanges(await changeRepository.since(manager, baseline.id), baseline) : []
  const silent = compared.filter(({ enterpriseId, kind }) => !known.has(`${enterpriseId}:${kind}`))
  const span = { from: scene.from ?? '0000-01-01', to: scene.asOf }
  const arrived = await changeRepository.arrivals(manager, { ...span, baseline })
  const changes = [...told, ...silent, ...arrivalChanges(arrived, span)].filter(
    ({ changedOn }) => changedOn === null || (changedOn >= span.from && changedOn <= span.to),
  )
  const ids = [...new Set(changes.flatMap(({ enterpriseId, mergedIntoId }) => [enterpriseId, ...(mergedIntoId === null ? [] : [mergedIntoId])]))]
  const enterprises = new Map((await changeRepository.enterprises(manager, ids)).map((enterprise) => [enterprise.id, enterprise]))
  const coverages = await changeRepository.coverages(manager, ids)
  return changes.sort(byDay).flatMap((change): FormRow[] => {
    const enterprise = enterprises.get(change.enterpriseId)
    // A record that was removed was a mistake; one that was merged into another tells of that alone.
    if (!enterprise || (enterprise.removed === 1 && change.mergedIntoId === null)) return []
    const seen = seenFrom(change, { id: enterprise.unitId, name: enterprise.unitName }, scene.unitId, units)
    if (!seen) return []
    return [
      {
        unitName: seen.unitName,
        enterpriseName: enterprise.name,
        creditCode: enterprise.creditCode,
        changeKind: seen.kind,
        changedOn: change.changedOn,
        changeBefore: change.before,
        changeAfter: change.mergedIntoId === null ? change.after : (enterprises.get(change.mergedIntoId)?.name ?? null),
        changeReason: change.reason,
        orgDisposal: orgDisposal(change, coverages),
        memberTransfer: null,
        handler: change.operator,
        note: change.note,
      },
    ]
  })
}

/** The last period locked before the span; else the first one, since when the ledger is known. */
function baselineOf(periods: readonly PeriodRecord[], { from, asOf }: FormScene): PeriodRecord | undefined {
  const locked = periods.filter(({ cutOffOn }) => cutOffOn <= asOf)
  return locked.find(({ cutOffOn }) => from !== null && cutOffOn < from) ?? locked.at(-1)
}

/** An enterprise that changed its unit left the one and came to the other: which of the two, depends on who asks. */
function seenFrom(
  { kind, leftUnitId }: EnterpriseChange,
  unit: { id: number; name: string },
  unitId: number | null,
  units: ReadonlyMap<number, string>,
): { kind: string; unitName: string } | null {
  if (unitId !== null && leftUnitId === unitId) return { kind: '迁出', unitName: units.get(unitId) ?? '' }
  return unitId === null || unit.id === unitId ? { kind, unitName: unit.name } : null
}

function byDay(a: EnterpriseChange, b: EnterpriseChange): number {
  const [one, other] = [a.changedOn ?? '', b.changedOn ?? '']
  return one < other ? -1 : one > other ? 1 : a.enterpriseId - b.enterpriseId
}
