import { coverageReason, coverageReasons, type CoverageFacts } from '../../../shared/domain/coverage'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import type { Services } from '../dispatch'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import type { LedgerRecord } from '../db/repositories/ledgerRecord'
import { OfficeError } from '../officeError'
import { searchTerms } from '../text/searchText'
import { describeOrg } from './describeOrg'
import { recordHistory } from './recordHistory'
import type { ServiceContext } from './serviceContext'

export function factsOf(row: LedgerRecord): CoverageFacts {
  return {
    operatingStatus: row.operatingStatus,
    sector: row.sector,
    isLegalPerson: row.isLegalPerson,
    isThreeHave: row.isThreeHave,
    employees: row.employees,
    formalMembers: row.formalMembers,
    orgMode: row.status === '单独' ? '单独组建' : row.status === '联合' ? '联合组建' : null,
    liaised: row.liaisonName !== null,
    hasUnion: row.hasUnion,
    hasLeague: row.hasLeague,
    hasWomenOrg: row.hasWomenOrg,
  }
}

export function withReason(record: LedgerRecord, { rules, words }: Pick<OfficeSettings, 'rules' | 'words'>): LedgerRow {
  const { sector: _sector, isLegalPerson: _isLegalPerson, isThreeHave: _isThreeHave, ...row } = record
  return { ...row, reason: coverageReason(factsOf(record), rules, words) }
}

export function createEnterpriseService(context: ServiceContext): Pick<Services, 'enterprise.page' | 'enterprise.get'> {
  const { gate, ports } = context
  return {
    async 'enterprise.page'({ filter, sort, asOf, offset, limit }) {
      const settings = await context.settings()
      const page = await gate.read((manager) =>
        enterpriseRepository.page(manager, {
          filter: { ...filter, terms: searchTerms(filter.search ?? '') },
          sort, offset, limit,
          rules: settings.rules,
          asOf: asOf ?? ports.clock.today(),
        }),
      )
      return { total: page.total, rows: page.rows.map((row) => withReason(row, settings)) }
    },

    async 'enterprise.get'({ id, asOf }) {
      const settings = await context.settings()
      const { rules, reminders, words } = settings
      const date = asOf ?? ports.clock.today()
      const [detail, history] = await gate.read(async (manager) => {
        const found = await enterpriseRepository.detail(manager, id, date, rules)
        return [found, found ? await recordHistory(manager, 'enterprise', id, settings) : []] as const
      })
      if (!detail) throw new OfficeError('not-found', { id })
      return {
        row: withReason(detail.row, settings),
        registeredAddress: detail.row.registeredAddress,
        formerNames: detail.row.formerNames,
        reasons: coverageReasons(factsOf(detail.row), rules, words),
        partyOrg: detail.partyOrg && describeOrg(detail.partyOrg, date, reminders.electionMonths),
        coverages: detail.coverages,
        assignments: detail.assignments,
        history,
      }
    },
  }
}
