import type { PrintFont } from '../ports'
import type { SheetSpec, WorkbookSpec } from '../excel/workbookSpec'
import type { ColumnRun } from './columnRuns'
import { createLookStyles, points, type LookStyles } from './lookStyles'
import { cssText } from './markup'
import type { PageBox, PaperLayout } from './paper'
import { printFrame } from './printFrame'
import { sheetLayout, type SheetLayout } from './sheetLayout'
import { mergesByRow, sheetRows } from './sheetRows'
import { typefaces } from './typefaces'

export interface SheetDocumentInput {
  title: string
  spec: WorkbookSpec
  /** Paper instead of the one each sheet is made for. */
  layout?: PaperLayout | undefined
  fonts: readonly PrintFont[]
}

const fixedStyle = `
* { box-sizing: border-box; margin: 0; padding: 0 }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font: 10pt/1.25 ${typefaces.song}; color: #000 }
section + section { break-before: page }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { break-inside: avoid }
tr { break-inside: avoid }
tr.head { break-after: avoid }
.tail { break-inside: avoid }
td { vertical-align: middle; padding: calc(var(--pad) / 2) var(--pad); white-space: pre-wrap; overflow-wrap: anywhere }
td b { font-size: 1.15em }
.sign { display: flex; padding-top: 4mm }
.sign span { flex: 1 }
`

/** The sheets of a workbook that are meant for paper, as one document. */
export function sheetDocument({ title, spec, layout, fonts }: SheetDocumentInput): string {
  const styles = createLookStyles()
  const pages = new Map<string, string>()
  const sections = printedSheets(spec).flatMap((sheet) => {
    const own = sheetLayout(sheet, layout ?? ownLayout(sheet))
    const page = pageName(pages, sheet, own.box)
    return own.runs.map((run) => section({ sheet, layout: own, run, styles, page }))
  })
  return printFrame({ title, css: [fixedStyle, ...pages.keys(), styles.css()].join('\n'), body: sections.join('\n'), fonts })
}

/** Sheets that can be seen and go to paper. */
export function printedSheets({ sheets }: WorkbookSpec): SheetSpec[] {
  return sheets.filter(({ print, visibility }) => print !== undefined && visibility === undefined)
}

/** The paper a sheet is made for. */
export function ownLayout({ print }: SheetSpec): PaperLayout {
  return { paper: print?.paper ?? 'A4', landscape: print?.landscape ?? true }
}

/** The named page of a sheet; equal ones are one, by their rule. */
function pageName(pages: Map<string, string>, { print }: SheetSpec, { width, height, margins }: PageBox): string {
  const title = print?.pageTitle
  const foot = print?.pageFoot === undefined ? '' : `${cssText(print.pageFoot)} "\\a" `
  const words = `font: 9pt ${typefaces.song}; white-space: pre-wrap`
  const rule = (name: string): string =>
    [
      `@page ${name} { size: ${width}mm ${height}mm; margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm;`,
      ...(title === undefined ? [] : [`@top-center { content: ${cssText(title)}; font: bold 16pt ${typefaces.song} }`]),
      `@bottom-center { content: ${foot}"第 " counter(page) " 页 共 " counter(pages) " 页"; ${words} } }`,
    ].join(' ')
  for (const [known, name] of pages) if (known === rule(name)) return name
  const name = `p${pages.size}`
  pages.set(rule(name), name)
  return name
}

interface SectionInput {
  sheet: SheetSpec
  layout: SheetLayout
  run: ColumnRun
  styles: LookStyles
  page: string
}

function section({ page, ...input }: SectionInput): string {
  const { sheet, layout, run, styles } = input
  const scene = { sheet, layout, run, styles, merges: mergesByRow(sheet) }
  const part = (tag: string, range: readonly [number, number]): string => {
    const rows = [...sheetRows(scene, range)].join('')
    return rows === '' ? '' : `<${tag}>\n${rows}</${tag.split(' ')[0] ?? tag}>\n`
  }
  const columns = columnGroup(sheet, run)
  const above = part('tbody', layout.above)
  return [
    `<section style="page: ${page}; --pad: ${points(2 * layout.scale)}">`,
    ...(above === '' ? [] : [`<table class="above">${columns}${above}</table>`]),
    `<table>${columns}${part('thead', layout.head)}${part('tbody', layout.body)}${part('tbody class="tail"', layout.tail)}</table>`,
    '</section>',
  ].join('\n')
}

function columnGroup({ columnWidths }: SheetSpec, run: ColumnRun): string {
  const whole = run.reduce((sum, column) => sum + (columnWidths[column] ?? 0), 0)
  return `<colgroup>${run.map((column) => `<col style="width:${((100 * (columnWidths[column] ?? 0)) / whole).toFixed(3)}%">`).join('')}</colgroup>`
}
