import { unbuiltReasons, type UnbuiltReason } from '../../../shared/domain/valueDomain'
import { planRepository, type UnbuiltCount } from '../db/repositories/planRepository'
import type { Services } from '../dispatch'
import type { ServiceContext } from './serviceContext'

/** 组建计划: the enterprises without an organisation and how far their plans are. */
export function createPlanService(context: ServiceContext): Pick<Services, 'plan.summary'> {
  const { gate, ports } = context
  return {
    async 'plan.summary'({ unitIds }) {
      const today = ports.clock.today()
      const rules = await context.rules()
      const counts = await gate.read((manager) => planRepository.unbuiltCounts(manager, { on: today, rules, unitIds }))
      const count = (isMeant: (row: UnbuiltCount) => boolean): number => counts.filter(isMeant).reduce((sum, row) => sum + row.count, 0)
      const reasons = [...unbuiltReasons, null].map((reason: UnbuiltReason | null) => ({
        reason,
        count: count(({ unbuiltReason }) => unbuiltReason === reason),
      }))
      return {
        unbuilt: count(() => true),
        dueUnbuilt: count(({ eligible }) => eligible),
        minMembers: rules.minMembers,
        planned: count(({ state }) => state !== '未列计划'),
        overdue: count(({ state }) => state === '逾期'),
        thisMonth: count(({ state }) => state === '本月到期'),
        reasons: reasons.filter((found) => found.count > 0),
      }
    },
  }
}
