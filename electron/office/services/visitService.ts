import { rate } from '../../../shared/domain/percentage'
import { addVisitSums } from '../../../shared/domain/visitFrequency'
import { visitRepository } from '../db/repositories/visitRepository'
import type { Services } from '../dispatch'
import type { ServiceContext } from './serviceContext'
import { workedDuties } from './visitDuties'

/** 走访: how far the year's visits are, what is overdue, and the problems found. */
export function createVisitService(context: ServiceContext): Pick<Services, 'visit.summary'> {
  const { gate, ports } = context
  return {
    async 'visit.summary'({ unitIds }) {
      const today = ports.clock.today()
      const settings = await context.settings()
      return gate.read(async (manager) => {
        const duties = await workedDuties(manager, { today, settings }, { unitIds })
        const stand = (state: string): number => duties.filter(({ standing }) => standing?.state === state).length
        const year = addVisitSums(duties.map((duty) => duty.year))
        const yearStart = `${today.slice(0, 4)}-01-01`
        const { open, overdue, solved } = await visitRepository.problemCounts(manager, { on: today, since: yearStart, unitIds })
        return {
          ...(await visitRepository.peopleInOffice(manager)),
          assignments: duties.filter(({ standing }) => standing !== null).length,
          overdue: stand('逾期'),
          due: stand('待走访'),
          uncontacted: (await visitRepository.uncontacted(manager, { on: today, unitIds })).length,
          ...year,
          rate: rate(year.fulfilled, year.required),
          telephoneCounts: settings.work.telephoneCounts,
          problems: { open, overdue, solvedThisYear: solved },
        }
      })
    },
  }
}
