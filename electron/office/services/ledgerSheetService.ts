import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import type { ParsedInput } from '../../../shared/contract/index'
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
import { ledgerQuestion } from './ledgerQuestion'
import type { ServiceContext } from './serviceContext'
import { writeNamed, type NamedWorkbook } from './workbooks/namedWorkbook'
import { recordWorkbook } from './workbooks/recordWorkbook'

type LedgerCalls = 'enterprise.sheet' | 'enterprise.sheetRow' | 'enterprise.sheetExport'

/** Rows an export reads at a time. */
const exportedAtOnce = 5000

/** 企业台账 as a sheet to be edited: rows of enterprise.page that carry the records behind them. */
export function createLedgerSheetService(context: ServiceContext): Pick<Services, LedgerCalls> {
  const { gate, ports } = context

  return {
    'enterprise.sheet': (question) => sheetPage(context, question),

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

    'enterprise.sheetExport': async (question) => writeNamed(await ledgerWorkbookOf(context, question)),
  }
}

async function sheetPage(
  context: ServiceContext,
  query: Pick<LedgerPageQuery, 'sort' | 'offset' | 'limit'> & { filter: EnterpriseFilter; asOf?: string | undefined },
): Promise<{ total: number; rows: RecordRow[] }> {
  const settings = await context.settings()
  const { filter, asOf, ...rest } = query
  const today = context.ports.clock.today()
  return context.gate.read(async (manager) => {
    const found = await enterpriseRepository.page(manager, {
      ...rest,
      ...(await ledgerQuestion(manager, filter, { settings, today })),
      asOf: asOf ?? today,
    })
    return { total: found.total, rows: await toRows(manager, found.rows.map((row) => ledgerRowOf(row, settings))) }
  })
}

export async function ledgerWorkbookOf(
  context: ServiceContext,
  { filter, sort, asOf, title, columns }: ParsedInput<'enterprise.sheetExport'>,
): Promise<NamedWorkbook> {
  const rows: RecordRow[] = []
  for (let total = 1; rows.length < total; ) {
    const next = await sheetPage(context, { filter, sort, asOf, offset: rows.length, limit: exportedAtOnce })
    if (next.rows.length === 0) break
    rows.push(...next.rows)
    total = next.total
  }
  const spec = recordWorkbook('enterprise', title, columns, rows, await context.settings())
  return { fileName: `${title}_${context.ports.clock.today()}.xlsx`, spec, rows: rows.length }
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
