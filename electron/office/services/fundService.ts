import type { FundSummary } from '../../../shared/contract/fund'
import { fundRepository } from '../db/repositories/fundRepository'
import type { Services } from '../dispatch'
import { searchWords } from '../text/searchText'
import { refuseUnknownFields } from './refuseUnknownFields'
import type { ServiceContext } from './serviceContext'

/** 党建经费: what came in, what was spent, what is left. */
export function createFundService(context: ServiceContext): Pick<Services, 'fund.summary'> {
  return {
    async 'fund.summary'({ filter: { search, ...rest } }) {
      refuseUnknownFields('fundEntry', rest.is, null)
      return context.gate.read(async (manager): Promise<FundSummary> => {
        const filter = { ...rest, words: searchWords(search ?? '') }
        const kinds = await fundRepository.byKind(manager, filter)
        const { from: _from, to: _to, ...everyYear } = filter
        const of = (direction: string) =>
          kinds.filter((kind) => kind.direction === direction).map(({ name, amount }) => ({ name, amount }))
        const total = (sums: readonly { amount: number }[]): number => sums.reduce((sum, { amount }) => sum + amount, 0)
        const [sources, uses] = [of('收入'), of('支出')]
        let balance = 0
        const years = (await fundRepository.byYear(manager, everyYear)).map((year) => {
          balance += year.income - year.expense
          return { ...year, balance }
        })
        return { income: total(sources), expense: total(uses), sources, uses, years: years.reverse() }
      })
    },
  }
}
