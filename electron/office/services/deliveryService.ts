import { matrixColumns, type MatrixColumnName, type MatrixFilter, type MatrixRow } from '../../../shared/contract/delivery'
import type { ParsedInput } from '../../../shared/contract/index'
import type { Issue } from '../../../shared/contract/reply'
import { showMark } from '../../../shared/domain/deliveryMark'
import type { OwnWords } from '../../../shared/domain/ownWords'
import { deliveryItems } from '../../../shared/domain/valueDomain'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { matrixRepository, type MatrixQuery, type PresentDelivery } from '../db/repositories/matrixRepository'
import type { CellSpec } from '../excel/workbookSpec'
import { listWorkbook } from '../forms/listWorkbook'
import { bodyLooks } from '../forms/looks'
import { OfficeError } from '../officeError'
import { searchTerms } from '../text/searchText'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import { writeNamed, type NamedWorkbook } from './workbooks/namedWorkbook'
import type { EditChange } from './plannedEdit'

type DeliveryCalls = 'delivery.page' | 'delivery.counts' | 'delivery.export' | 'delivery.sharers' | 'delivery.mark'
type Mark = ParsedInput<'delivery.mark'>['marks'][number]

/** 三建三送 as a matrix: listed, counted, and written cell by cell. */
export function createDeliveryService(context: ServiceContext): Pick<Services, DeliveryCalls> {
  const { gate, ports } = context

  return {
    async 'delivery.page'({ filter, ...part }) {
      const query = await queryOf(context, filter)
      return gate.read((manager) => matrixRepository.page(manager, { ...query, ...part }))
    },

    async 'delivery.counts'({ filter }) {
      const query = await queryOf(context, filter)
      return gate.read((manager) => matrixRepository.counts(manager, query))
    },

    'delivery.export': async (question) => writeNamed(await matrixWorkbookOf(context, question)),

    async 'delivery.sharers'({ enterpriseIds }) {
      const scene = { asOf: ports.clock.today(), rules: await context.rules() }
      return gate.read((manager) => matrixRepository.sharers(manager, enterpriseIds, scene))
    },

    async 'delivery.mark'({ marks, label, operator }) {
      let written: readonly number[] = []
      try {
        return await saveEdit(context, async (manager) => {
          const planned = await planMarks(manager, marks)
          written = planned.map(({ index }) => index)
          return { changes: planned.map(({ change }) => change), stamp: { label, operator } }
        })
      } catch (error) {
        throw error instanceof OfficeError ? atMarks(error, written) : error
      }
    },
  }
}

async function queryOf({ ports, rules }: ServiceContext, { search, ...filter }: MatrixFilter): Promise<MatrixQuery> {
  return { filter: { ...filter, terms: searchTerms(search ?? '') }, asOf: ports.clock.today(), rules: await rules() }
}

export async function matrixWorkbookOf(
  context: ServiceContext,
  { filter, sort, columns: chosen, title }: ParsedInput<'delivery.export'>,
): Promise<NamedWorkbook> {
  const columns: readonly MatrixColumnName[] = chosen ?? allColumns
  const query = await queryOf(context, filter)
  const { deliveryLabels, words } = await context.settings()
  const { rows } = await context.gate.read((manager) => matrixRepository.page(manager, { ...query, sort, offset: 0, limit: 1_000_000 }))
  const headers = { unitName: '所属单位', name: '企业名称', partyOrgName: '党组织', ...deliveryLabels }
  const spec = listWorkbook({
    title,
    headers: columns.map((column) => headers[column]),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, words))),
  })
  return { fileName: `${title}_${context.ports.clock.today()}.xlsx`, spec, rows: rows.length }
}

interface PlannedMark {
  /** Place among the marks asked for. */
  index: number
  change: EditChange
}

/** The record each mark means: found by enterprise and item. A mark that empties an empty cell asks for nothing. */
async function planMarks(manager: EntityManager, marks: readonly Mark[]): Promise<PlannedMark[]> {
  const ids = [...new Set(marks.map(({ enterpriseId }) => enterpriseId))]
  const present = new Map((await matrixRepository.present(manager, ids)).map((record) => [keyOf(record), record]))
  refuseGoneOn(marks, present)
  return marks.flatMap((mark, index): PlannedMark[] => {
    const { enterpriseId, item, values } = mark
    const record = present.get(keyOf(mark))
    if (values === null) {
      return record ? [{ index, change: { kind: 'delivery', id: record.id, values: {}, removed: true } }] : []
    }
    return [{ index, change: { kind: 'delivery', id: record?.id ?? -1 - index, values: { ...values, enterpriseId, item } } }]
  })
}

function keyOf({ enterpriseId, item }: { enterpriseId: number; item: string }): string {
  return `${enterpriseId}:${item}`
}

function refuseGoneOn(marks: readonly Mark[], present: ReadonlyMap<string, PresentDelivery>): void {
  const goneOn = marks.flatMap((mark, index) => {
    const { version } = mark
    return version === undefined || (present.get(keyOf(mark))?.version ?? null) === version ? [] : [{ mark, index }]
  })
  const [first] = goneOn
  if (!first) return
  const record = present.get(keyOf(first.mark))
  throw new OfficeError(
    'conflict',
    { kind: 'delivery', id: record?.id ?? 0, name: record?.enterpriseName ?? '', reason: 'changed-since' },
    goneOn.map(({ index }): Issue => ({ path: ['marks', index], code: 'changed-since' })),
  )
}

/** Findings speak of changes; who called knows only marks. */
function atMarks(error: OfficeError, written: readonly number[]): OfficeError {
  const issues = error.issues?.map((issue): Issue => {
    const [area, place, ...rest] = issue.path
    if (area !== 'changes' || typeof place !== 'number') return issue
    return { ...issue, path: ['marks', written[place] ?? place, ...rest] }
  })
  return new OfficeError(error.code, error.details, issues)
}

const allColumns: readonly MatrixColumnName[] = [...matrixColumns, ...deliveryItems.map(({ key }) => key)]

function cellOf(row: MatrixRow, column: MatrixColumnName, words: OwnWords): CellSpec {
  if (column === 'unitName' || column === 'name' || column === 'partyOrgName') return { value: row[column], look: bodyLooks.text }
  const cell = row.cells[column]
  return { value: cell ? showMark(cell, words) : null, look: bodyLooks.word }
}
