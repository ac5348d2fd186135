import { z } from 'zod'
import { coverageStatuses, deliveryItems, deliveryStates, operatingStatuses, type DeliveryItem } from '../domain/valueDomain'
import { bytes, handsOut, read, write } from './define'
import { fieldValue, savedEdit } from './record'

/** One 三建三送 item of one enterprise. */
export const deliveryRow = z.object({
  id: z.number().int(),
  unitName: z.string(),
  enterpriseId: z.number().int(),
  enterpriseName: z.string(),
  item: z.string(),
  state: z.enum(deliveryStates),
  quantity: z.number().nullable(),
  unitLabel: z.string().nullable(),
  /** 元 with two decimals. */
  amount: z.number().nullable(),
  doneOn: z.string().nullable(),
})

const enterpriseId = z.number().int().positive()
const keys = deliveryItems.map(({ key }) => key) as [DeliveryItem, ...DeliveryItem[]]
export const deliveryItem = z.enum(keys)

/** What a cell may hold, 未登记 for no record. */
export const markStates = [...deliveryStates, '未登记'] as const
export type MarkState = (typeof markStates)[number]

/**
 * All conditions must hold; an absent one or an empty list means "any". Without `operatingStatuses` and `ids` only
 * registered enterprises (在册) are listed.
 */
export const matrixFilter = z.object({
  search: z.string().max(100).optional(),
  unitIds: z.array(z.number().int()).optional(),
  operatingStatuses: z.array(z.enum(operatingStatuses)).optional(),
  coverage: z.array(z.enum(coverageStatuses)).optional(),
  /** One of the six items is in one of these states. */
  states: z.array(z.enum(markStates)).optional(),
  /** One of these items is neither there nor shared nor not wanted (已落实, 共用, 不适用). */
  lacking: z.array(deliveryItem).optional(),
  /** These enterprises only. */
  ids: z.array(enterpriseId).max(1000).optional(),
})
export type MatrixFilter = z.infer<typeof matrixFilter>

export const matrixCell = z.object({
  id: z.number().int(),
  version: z.number().int(),
  state: z.enum(deliveryStates),
  quantity: z.number().nullable(),
  unitLabel: z.string().nullable(),
  doneOn: z.string().nullable(),
  batch: z.string().nullable(),
})
export type MatrixCell = z.infer<typeof matrixCell>

/** An enterprise with its six items; null where nothing is recorded. */
export const matrixRow = z.object({
  id: enterpriseId,
  name: z.string(),
  unitName: z.string(),
  partyOrgName: z.string().nullable(),
  cells: z.record(deliveryItem, matrixCell.nullable()),
})
export type MatrixRow = z.infer<typeof matrixRow>

/** Columns of the matrix beside the six items. */
export const matrixColumns = ['unitName', 'name', 'partyOrgName'] as const
export type MatrixColumnName = (typeof matrixColumns)[number] | DeliveryItem

/** A column the rows are in the order of; null for official order of units, then the Chinese order of names. */
export const matrixSort = z.object({ field: z.enum([...matrixColumns, ...keys]), descending: z.boolean() }).nullable()
export type MatrixSort = z.infer<typeof matrixSort>

/** `version` is that of the record the person saw, null when there was none; left out, it is not compared. */
export const deliveryMark = z.object({
  enterpriseId,
  item: deliveryItem,
  version: z.number().int().nullable().optional(),
  /** Fields of a delivery that change; null puts the record into the recycle bin. */
  values: z.record(z.string(), fieldValue).nullable(),
})
export type DeliveryMarkChange = z.input<typeof deliveryMark>

export const deliveryCalls = {
  'delivery.list': read(z.object({ unitId: z.number().int().optional() }), z.array(deliveryRow)),
  'delivery.page': read(
    z.object({
      filter: matrixFilter.default({}),
      sort: matrixSort.default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5000).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(matrixRow) }),
  ),
  /** For the whole filter: enterprises, and by item how many are in which state. */
  'delivery.counts': read(
    z.object({ filter: matrixFilter.default({}) }),
    z.object({ total: z.number().int(), items: z.record(deliveryItem, z.record(z.enum(markStates), z.number().int())) }),
  ),
  /** What the matrix shows, as a workbook: the same rows and columns in the same order, all columns without `columns`. */
  'delivery.export': handsOut(read(
    z.object({
      filter: matrixFilter.default({}),
      sort: matrixSort.default(null),
      columns: z.array(z.enum([...matrixColumns, ...keys])).min(1).optional(),
      title: z.string().trim().min(1).max(60),
    }),
    z.object({ fileName: z.string(), bytes, rows: z.number().int() }),
  )),
  /** Enterprises without a room of their own under the same joint organisations as these. */
  'delivery.sharers': read(
    z.object({ enterpriseIds: z.array(enterpriseId).min(1).max(20_000) }),
    z.array(
      z.object({
        id: enterpriseId,
        name: z.string(),
        partyOrgId: z.number().int(),
        partyOrgName: z.string(),
        version: z.number().int().nullable(),
      }),
    ),
  ),
  /**
   * Writes cells of the matrix in one transaction and as one edit, emptied ones included. Refuses with `conflict`
   * when cells went on since they were seen (issues: the path of each mark), with `invalid` where a rule refuses one.
   */
  'delivery.mark': write(
    z.object({
      marks: z.array(deliveryMark).min(1).max(20_000),
      label: z.string().trim().max(100).optional(),
      operator: z.string().trim().max(20).default(''),
    }),
    savedEdit,
  ),
}
