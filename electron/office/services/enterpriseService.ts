import { coverageReason, coverageReasons, type CoverageFacts } from '../../../shared/domain/coverage'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { sizeBandOf, sizeBands } from '../../../shared/domain/sizeBand'
import type { EnterpriseDetail } from '../../../shared/contract/enterprise'
import { ledgerRow, type LedgerRow } from '../../../shared/contract/ledgerRow'
import type { Services } from '../dispatch'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import type { LedgerRecord } from '../db/repositories/ledgerRecord'
import { OfficeError } from '../officeError'
import { describeOrg } from './describeOrg'
import { ledgerQuestion } from './ledgerQuestion'
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

type OwnColumns = Omit<LedgerRow, 'reason' | 'sizeBand'>
const ownColumns = ledgerRow.omit({ reason: true, sizeBand: true }).keyof().options

/** What the settings make of a record: why it has its status, and its band of 从业人员. Of a record that was read with more, nothing else. */
export function ledgerRowOf(record: LedgerRecord, { rules, words, limits }: Pick<OfficeSettings, 'rules' | 'words' | 'limits'>): LedgerRow {
  const row = Object.fromEntries(ownColumns.map((column) => [column, record[column]])) as OwnColumns
  const band = sizeBandOf(record.employees, sizeBands(limits.sizeBands))
  return { ...row, reason: coverageReason(factsOf(record), rules, words), sizeBand: band?.label ?? null }
}

export function createEnterpriseService(context: ServiceContext): Pick<Services, 'enterprise.page' | 'enterprise.get'> {
  const { gate, ports } = context
  return {
    async 'enterprise.page'({ filter, sort, asOf, offset, limit }) {
      const settings = await context.settings()
      const today = ports.clock.today()
      const page = await gate.read(async (manager) =>
        enterpriseRepository.page(manager, {
          ...(await ledgerQuestion(manager, filter, { settings, today })),
          sort, offset, limit,
          asOf: asOf ?? today,
        }),
      )
      return { total: page.total, rows: page.rows.map((row) => ledgerRowOf(row, settings)) }
    },

    'enterprise.get': (question) => enterpriseDetailOf(context, question),
  }
}

/** Everything 一企一档 tells of an enterprise on a day; `not-found` for one there is not. */
export async function enterpriseDetailOf(context: ServiceContext, { id, asOf }: { id: number; asOf?: string | undefined }): Promise<EnterpriseDetail> {
  const { gate, ports } = context
  const settings = await context.settings()
  const { rules, reminders, words } = settings
  const date = asOf ?? ports.clock.today()
  const [detail, history] = await gate.read(async (manager) => {
    const found = await enterpriseRepository.detail(manager, id, date, rules)
    return [found, found ? await recordHistory(manager, 'enterprise', id, settings) : []] as const
  })
  if (!detail) throw new OfficeError('not-found', { id })
  return {
    row: ledgerRowOf(detail.row, settings),
    registeredAddress: detail.row.registeredAddress,
    formerNames: detail.row.formerNames,
    reasons: coverageReasons(factsOf(detail.row), rules, words),
    partyOrg: detail.partyOrg && describeOrg(detail.partyOrg, date, reminders.electionMonths),
    coverages: detail.coverages,
    assignments: detail.assignments,
    history,
  }
}
