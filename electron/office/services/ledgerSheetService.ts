import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import type { RecordRow } from '../../../shared/contract/record'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import type { LedgerRecord } from '../db/repositories/ledgerRecord'
import type { LedgerPageQuery } from '../db/repositories/ledgerPage'
import { recordRepository } from '../db/repositories/recordRepository'
import { OfficeError } from '../officeError'
import { ledgerRowOf } from './enterpriseService'
import { exportRecords } from './exportRecords'
import { ledgerQuestion } from './ledgerQuestion'
import type { ServiceContext } from './serviceContext'

type LedgerCalls = 'enterprise.sheet' | 'enterprise.sheetRow' | 'enterprise.sheetExport'

/** Rows an export reads at a time. */
const exportedAtOnce = 5000

/** 企业台账 as a sheet to be edited: rows of enterprise.page that carry the records behind them. */
export function createLedgerSheetService(context: ServiceContext): Pick<Services, LedgerCalls> {
  const { gate, ports } = context

  async function page(
    query: Pick<LedgerPageQuery, 'sort' | 'offset' | 'limit'> & { filter: EnterpriseFilter; asOf?: string | undefined },
  ): Promise<{ total: number; rows: RecordRow[] }> {
    const settings = await context.settings()
    const { filter, asOf, ...rest } = query
    const today = ports.clock.today()
    return gate.read(async (manager) => {
      const found = await enterpriseRepository.page(manager, {
        ...rest,
        ...(await ledgerQuestion(manager, filter, { settings, today })),
        asOf: asOf ?? today,
      })
      return { total: found.total, rows: await toRows(manager, found.rows.map((row) => ledgerRowOf(row, settings))) }
    })
  }

  return {
    'enterprise.sheet': page,

    async 'enterprise.sheetRow'({ id, asOf }) {
      const settings = await context.settings()
      const date = asOf ?? ports.clock.today()
      const [row] = await gate.read(async (manager) => {
        const found: LedgerRecord[] = await enterpriseRepository.ledgerRows(manager, { ids: [id], asOf: date, rules: settings.rules })
        return toRows(manager, found.map((record) => ledgerRowOf(record, settings)))
      })
      if (!row) throw new OfficeError('not-found', { kind: 'enterprise', id })
      return row
    },

    async 'enterprise.sheetExport'({ filter, sort, asOf, title, columns }) {
      const rows: RecordRow[] = []
      for (let total = 1; rows.length < total; ) {
        const next = await page({ filter, sort, asOf, offset: rows.length, limit: exportedAtOnce })
        if (next.rows.length === 0) break
        rows.push(...next.rows)
        total = next.total
      }
      return { fileName: `${title}_${ports.clock.today()}.xlsx`, bytes: await exportRecords('enterprise', title, columns, rows, await context.settings()), rows: rows.length }
    },
  }
}

/** The records behind ledger rows; what the ledger shows of other records stands among the computed facts. */
async function toRows(manager: EntityManager, rows: readonly LedgerRow[]): Promise<RecordRow[]> {
  const records = new Map((await recordRepository.read(manager, 'enterprise', rows.map(({ id }) => id))).map((record) => [record.id, record]))
  return rows.flatMap((row) => {
    const record = records.get(row.id)
    if (!record) return []
    const { id, version, updatedAt, values, names, unitId, unitName } = record
    return [{ id, version, updatedAt, values, names, unitId, unitName, computed: factsOf(row) }]
  })
}

function factsOf({ id: _id, unitId: _unitId, version: _version, ...facts }: LedgerRow): RecordRow['computed'] {
  return facts
}
