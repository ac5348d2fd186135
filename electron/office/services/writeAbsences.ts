import type { AbsenceDecision } from '../../../shared/contract/absence'
import type { EntityManager } from '../db/gate'
import { absenceRepository } from '../db/repositories/absenceRepository'
import type { KnownEnterprise } from '../import/knownLedger'
import { OfficeError } from '../officeError'
import { absenceChanges } from './absenceChanges'
import { checkTouched } from './checkTouched'
import type { EditStamp } from './plannedEdit'
import { refuseErrors } from './saveEdit'
import { RefusedEdit, writeEdit } from './writeEdit'

export interface PlannedAbsences {
  absent: readonly KnownEnterprise[]
  decisions: readonly AbsenceDecision[]
}

/**
 * Keeps who was not reported in a run, and carries out in its edit what a person decided about some of them. Throws
 * OfficeError `conflict` {reason: 'plan'} for one who is not absent, `invalid` with the findings where a rule refuses.
 */
export async function writeAbsences(manager: EntityManager, runId: number, { absent, decisions }: PlannedAbsences, stamp: EditStamp & { editId: number }): Promise<void> {
  const ids = new Set(absent.map(({ id }) => id))
  if (decisions.some(({ enterpriseId }) => !ids.has(enterpriseId))) throw new OfficeError('conflict', { reason: 'plan' })
  const listed = absent.map(({ id, unitId, enterpriseName }) => ({ enterpriseId: id, unitId, name: enterpriseName }))
  await absenceRepository.add(manager, runId, listed, stamp.at)
  if (decisions.length === 0) return
  try {
    const written = await writeEdit(manager, absenceChanges(decisions), { ...stamp, errorsOnly: true })
    const found = await checkTouched(manager, written.touched, { settings: stamp.settings, today: stamp.today, errorsOnly: true })
    refuseErrors(written.touched, written.touched.map((record) => found.get(record) ?? []))
  } catch (error) {
    if (error instanceof RefusedEdit) refuseErrors(error.touched, error.touched.map((record) => error.findings.get(record) ?? []))
    throw error
  }
  for (const decision of decisions) {
    await absenceRepository.decide(manager, runId, decision, { by: stamp.operator, editId: stamp.editId, at: stamp.at })
  }
}
