import { planState } from '../../../shared/domain/planStanding'
import { unbuiltReasons, type UnbuiltReason } from '../../../shared/domain/valueDomain'
import { planRepository } from '../db/repositories/planRepository'
import type { Services } from '../dispatch'
import type { ServiceContext } from './serviceContext'

/** 组建计划: the enterprises without an organisation and how far their plans are. */
export function createPlanService(context: ServiceContext): Pick<Services, 'plan.summary'> {
  const { gate, ports } = context
  return {
    async 'plan.summary'({ unitIds }) {
      const today = ports.clock.today()
      const rules = await context.rules()
      const unbuilt = await gate.read((manager) => planRepository.unbuilt(manager, { on: today, rules, unitIds }))
      const states = unbuilt.map(({ plannedFoundingOn }) => planState(plannedFoundingOn, today))
      const count = (state: string): number => states.filter((found) => found === state).length
      const reasons = [...unbuiltReasons, null].map((reason: UnbuiltReason | null) => ({
        reason,
        count: unbuilt.filter(({ unbuiltReason }) => unbuiltReason === reason).length,
      }))
      return {
        unbuilt: unbuilt.length,
        dueUnbuilt: unbuilt.filter(({ eligible }) => eligible).length,
        minMembers: rules.minMembers,
        planned: unbuilt.length - count('未列计划'),
        overdue: count('逾期'),
        thisMonth: count('本月到期'),
        reasons: reasons.filter((reason) => reason.count > 0),
      }
    },
  }
}
