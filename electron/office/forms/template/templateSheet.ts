import type { CellSpec, EntryRule, PrintSpec, RowSpec, SheetSpec } from '../../excel/workbookSpec'
import type { Merge } from '../../excel/sheet'
import type { FormColumn, StandardForm } from '../form'
import { headerLook, lineLooks } from '../looks'
import { frameHead, signatureText, type FrameHead } from '../tableFrame'
import { columnEntry, isTold, type ColumnEntry } from './columnEntry'
import { templateHighlights } from './templateHighlights'
import type { TemplateInput } from './templateInput'
import { lookBelow } from './templateLooks'
import { rowIdHeader } from './templateMeta'
import type { TemplateRows } from './templateRows'

/** Rules and highlights reach so many rows below the prepared ones: people paste longer lists than were foreseen. */
const spareRows = 500

/**
 * The sheet that is filled in. It has neither sums nor a line to sign below the table, where they would stand in the
 * way of further rows: the line to sign is printed at the foot of each page.
 */
export function templateSheet(name: string, input: TemplateInput, columns: readonly FormColumn[], body: TemplateRows): SheetSpec {
  const { form, rules, lists } = input
  const head = sheetHead(input, columns)
  const top = head.rows.length
  const prepared = top + body.rows.length - 1
  const watched = prepared + (rules.only ? 0 : spareRows)
  const idColumn = columns.length
  return {
    name,
    columnWidths: [...columns.map(({ width }) => width), 8],
    hiddenColumns: [idColumn],
    ...(rules.only ? {} : { columnLooks: form.columns.map((column) => (rules.fixed.includes(column.field) ? null : lookBelow(column))) }),
    rows: [...head.rows, ...body.rows],
    merges: head.merges,
    frozen: { rows: top, columns: 3 },
    autoFilter: { top: top - 1, left: 0, bottom: Math.max(prepared, top), right: idColumn },
    protection: { allows: ['formatColumns', 'formatRows', 'autoFilter', 'sort', ...rowActions(input)] },
    entryRules: form.columns.map((column, left) =>
      entryRule(column, columnEntry(column, lists), { top, left, bottom: Math.max(watched, top), right: left }),
    ),
    highlights: templateHighlights(input, top, Math.max(watched, top)),
    print: paper(input, top),
  }
}

/** Between issued rows a new one would inherit their locks, so it cannot be filled in: rows are inserted in empty templates only. */
function rowActions({ rows, rules }: TemplateInput): ('insertRows' | 'deleteRows')[] {
  return rows.length === 0 && !rules.only ? ['insertRows', 'deleteRows'] : []
}

function sheetHead(input: TemplateInput, columns: readonly FormColumn[]): FrameHead {
  const { form, title, officeName } = input
  const text = { title, left: `填报单位(盖章):${officeName}`, centre: '填报时间:      年    月    日', right: form.unit }
  const head = frameHead(columns, text, sectionsOf(form) ?? undefined, form.headerRows)
  const merges = head.merges.map((merge) => (merge.top === 0 ? { ...merge, right: titleEnd(input, merge) } : merge))
  return { rows: head.rows.map((row, index) => headRow(input, row, index, head.rows.length - 1)), merges }
}

/** A title over all columns would be torn apart where a wide form goes on on another sheet of paper. */
function titleEnd({ form }: TemplateInput, { right }: Merge): number {
  const sections = sectionsOf(form)
  return sections ? sections[0] - 1 : right
}

/** When it was filled in may be typed, and by whom where that is not said; the last header row names the hidden column. */
function headRow({ unit }: TemplateInput, row: RowSpec, index: number, last: number): RowSpec {
  if (index === 1) return { ...row, cells: row.cells.map((cell) => (cell && isOpen(cell, unit !== null) ? opened(cell) : cell)) }
  return index === last ? { ...row, cells: [...row.cells, { value: rowIdHeader, look: headerLook }] } : row
}

function isOpen({ look }: CellSpec, issued: boolean): boolean {
  return look === lineLooks.center || (look === lineLooks.left && !issued)
}

function opened(cell: CellSpec): CellSpec {
  return { ...cell, look: { ...cell.look, unlocked: true } }
}

/** First columns of the second and third printed section of a form that no paper holds. */
function sectionsOf({ print, columns }: StandardForm): readonly [number, number] | null {
  if (!print.sections) return null
  const [second, third] = print.sections.map((letters) => columns.findIndex(({ col }) => col === letters))
  return second === undefined || third === undefined ? null : [second, third]
}

function entryRule(column: FormColumn, entry: ColumnEntry, range: Merge): EntryRule {
  const { accepts, strictness, refusal, advice } = entry
  return {
    ranges: [range],
    accepts,
    strictness,
    refusal,
    ...(isTold(column) ? { prompt: { title: column.header, text: advice } } : {}),
  }
}

function paper({ form }: TemplateInput, top: number): PrintSpec {
  const pageFoot = signatureText(['填表人', '审核人', '负责人', '联系电话', '填报日期'])
  const repeatRows = [2, top - 1] as const
  const { paper: size, landscape, scale } = form.print
  const sections = sectionsOf(form)
  if (!sections || scale === undefined) return { paper: size, landscape, fit: 'width', pageFoot, repeatRows }
  return { paper: size, landscape, fit: { scale, breakBefore: sections }, pageFoot, repeatRows, repeatColumns: [0, 2] }
}
