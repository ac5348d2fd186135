import type { ParsedInput } from '../../../shared/contract/index'
import type { RecordRow } from '../../../shared/contract/record'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { recordRepository, type NamedRecord, type RecordPageQuery } from '../db/repositories/recordRepository'
import { searchWords } from '../text/searchText'
import { computedFacts } from './computedFacts'
import { settleFilter } from './computedFilters'
import type { ComputeScene } from './computeScene'
import { orderByFact } from './factRanking'
import { refuseUnknownFields } from './refuseUnknownFields'
import type { ServiceContext } from './serviceContext'
import type { NamedWorkbook } from './workbooks/namedWorkbook'
import { recordWorkbook } from './workbooks/recordWorkbook'

async function computeScene(context: ServiceContext): Promise<ComputeScene> {
  return { today: context.ports.clock.today(), settings: await context.settings() }
}

/** A page by its filter and order, computed facts among them. */
export async function findRecords(
  context: ServiceContext,
  manager: EntityManager,
  kind: RecordKind,
  filter: Omit<RecordPageQuery['filter'], 'ids' | 'ranked'>,
  part: Pick<RecordPageQuery, 'sort' | 'offset' | 'limit'>,
): Promise<{ total: number; rows: NamedRecord[] }> {
  const scene = await computeScene(context)
  const settled: RecordPageQuery['filter'] = await settleFilter(manager, kind, filter, scene)
  const order = await orderByFact(manager, kind, part.sort, { ...scene, ids: settled.ids, unitIds: settled.unitIds })
  return recordRepository.page(manager, kind, { filter: settled, order, wording: scene.settings, ...part })
}

/** Records as a ledger lists them, with the facts computed for it. */
export async function recordRows(context: ServiceContext, manager: EntityManager, kind: RecordKind, records: readonly NamedRecord[]): Promise<RecordRow[]> {
  const computed = await computedFacts(manager, kind, records.map(({ id }) => id), await computeScene(context))
  return records.map(({ id, version, updatedAt, values, names, unitId, unitName }) => ({
    id, version, updatedAt, values, names, unitId, unitName, computed: computed.get(id) ?? {},
  }))
}

export async function recordWorkbookOf(
  context: ServiceContext,
  { kind, filter: { search, ...filter }, sort, title, columns }: ParsedInput<'record.export'>,
): Promise<NamedWorkbook> {
  refuseUnknownFields(kind, filter.is, sort)
  const words = searchWords(search ?? '')
  const rows = await context.gate.read(async (manager) => {
    const all = await findRecords(context, manager, kind, { ...filter, words }, { sort, offset: 0, limit: 1_000_000 })
    return recordRows(context, manager, kind, all.rows)
  })
  const spec = recordWorkbook(kind, title, columns, rows, await context.settings())
  return { fileName: `${title}_${context.ports.clock.today()}.xlsx`, spec, rows: rows.length }
}
