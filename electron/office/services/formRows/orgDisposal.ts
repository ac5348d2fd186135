import { addDays } from '../../../../shared/domain/calendarDate'
import { livesOn } from '../../../../shared/domain/coverage'
import type { FormerCoverage } from '../../db/repositories/changeRepository'
import { endingKinds, type EnterpriseChange } from './enterpriseChanges'

/** 原党组织处理 of an enterprise that came to an end; null for changes that say nothing of its organisation. */
export function orgDisposal(
  { enterpriseId, kind, changedOn, mergedIntoId }: EnterpriseChange,
  coverages: readonly FormerCoverage[],
): '撤销' | '并入' | '保留' | '无' | null {
  if (!endingKinds.has(kind) || mergedIntoId !== null || changedOn === null) return null
  const before = addDays(changedOn, -1)
  const former = coverages.find(
    ({ enterpriseId: id, since, until, dissolvedOn }) =>
      id === enterpriseId && livesOn(since, until, before) && (dissolvedOn === null || dissolvedOn > before),
  )
  if (!former) return '无'
  if (former.dissolvedOn === null) return '保留'
  return former.dissolveReason?.includes('并入') ? '并入' : '撤销'
}
