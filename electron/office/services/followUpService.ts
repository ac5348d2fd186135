import type { Output } from '../../../shared/contract/index'
import type { FollowUpStanding } from '../../../shared/domain/followUpStanding'
import type { Services } from '../dispatch'
import { isLookOpen, newcomerLooks } from './newcomerLooks'
import type { ServiceContext } from './serviceContext'

/** 新设立企业跟踪: how many of the looks are due, overdue and done. */
export function createFollowUpService(context: ServiceContext): Pick<Services, 'followUp.summary'> {
  const { gate, ports } = context
  return {
    async 'followUp.summary'({ unitIds }) {
      const settings = await context.settings()
      const { followUpFirstDays, followUpSecondDays } = settings.reminders
      const looks = await gate.read((manager) => newcomerLooks(manager, { today: ports.clock.today(), settings }, { unitIds }))
      return {
        newcomers: looks.length,
        open: looks.filter(isLookOpen).length,
        first: counted(followUpFirstDays, looks.map(({ first }) => first)),
        second: counted(followUpSecondDays, looks.map(({ second }) => second)),
      }
    },
  }
}

function counted(afterDays: number, standings: readonly FollowUpStanding[]): Output<'followUp.summary'>['first'] {
  const count = (state: string): number => standings.filter((standing) => standing.state === state).length
  return { afterDays, notYet: count('未到期'), due: count('到期'), overdue: count('逾期'), done: count('已跟踪') }
}
