import type { AbsenceDecision } from '../../../shared/contract/absence'
import { statusOfAbsence } from '../../../shared/domain/absence'
import type { EditChange } from './plannedEdit'

/** What decisions about enterprises that were not reported change: their status, from a day on and with the reason. */
export function absenceChanges(decisions: readonly AbsenceDecision[]): EditChange[] {
  return decisions.flatMap(({ enterpriseId: id, choice, on }): EditChange[] => {
    const status = choice === null ? null : statusOfAbsence[choice]
    if (status === null) return []
    return [{ kind: 'enterprise', id, values: { operatingStatus: status, statusSince: on, statusReason: `本期未报，核实为${choice ?? ''}` } }]
  })
}
