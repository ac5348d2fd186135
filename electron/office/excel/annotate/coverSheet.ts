import { columnLetters } from '../columnLetters'
import { rangeAddress } from '../sheetAddress'
import { xmlText } from '../xmlText'
import { CannotAnnotate } from './cannotAnnotate'
import type { PackageParts } from './packageParts'
import { inlineText } from './sheetCells'
import type { StyleSheet } from './styleSheet'
import type { NoteCover } from './workbookNotes'
import { attribute, findElement, plainXml, withAttribute } from './xmlEdit'

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbookName = 'xl/workbook.xml'

export interface WorkbookSheet {
  /** As the workbook lists it, with XML's own signs. */
  name: string
  /** Name of the part. */
  part: string
}

/** The sheets of a workbook in their order. */
export function listSheets(parts: PackageParts): WorkbookSheet[] {
  const xml = plainXml(parts.read(workbookName), 'workbook')
  const targets = new Map(parts.relationships(workbookName).map(({ id, target }) => [id, target]))
  return sheetTags(xml).map((tag) => {
    const part = targets.get(attribute(tag, 'r:id') ?? '')
    if (part === undefined) throw new CannotAnnotate('a sheet without part')
    return { name: attribute(tag, 'name') ?? '', part }
  })
}

function sheetTags(xml: string): string[] {
  const list = findElement(xml, 'sheets')
  return list ? [...xml.slice(list.inner, list.innerEnd).matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => tag) : []
}

/** Puts the cover before all sheets and opens the workbook on it; `old` is the part of an earlier one, written over. */
export function putCover(parts: PackageParts, cover: NoteCover, styles: StyleSheet, old: WorkbookSheet | null): void {
  const xml = coverXml(cover, styles)
  if (old) {
    parts.write(old.part, xml)
    const at = listSheets(parts).findIndex(({ part }) => part === old.part)
    parts.write(workbookName, openedAt(plainXml(parts.read(workbookName), 'workbook'), at))
    return
  }
  const part = parts.add('xl/worksheets/sheet', 'xml', xml)
  parts.declare(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const id = parts.relate(workbookName, 'worksheet', part)
  const book = plainXml(parts.read(workbookName), 'workbook')
  const tags = sheetTags(book)
  const sheetId = tags.reduce((most, tag) => Math.max(most, Number(attribute(tag, 'sheetId'))), 0) + 1
  const list = findElement(book, 'sheets')
  if (!list) throw new CannotAnnotate('no sheets')
  // Some programs declare the prefix where it is used, others once for the whole part.
  const own = `<sheet xmlns:r="${relationNamespace}" name="${xmlText(freeName(cover.name, tags))}" sheetId="${sheetId}" r:id="${id}"/>`
  const listed = book.slice(0, list.inner) + own + book.slice(list.inner)
  parts.write(workbookName, openedAt(shiftedNames(listed), 0))
}

function freeName(name: string, tags: readonly string[]): string {
  const taken = new Set(tags.map((tag) => attribute(tag, 'name')))
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}(${number})`
    if (!taken.has(free)) return free
  }
}

/** Print areas and the like name their sheet by its place. */
function shiftedNames(xml: string): string {
  return xml.replace(/<definedName\s[^>]*>/g, (tag) => {
    const place = attribute(tag, 'localSheetId')
    return place === null ? tag : withAttribute(tag, 'localSheetId', String(Number(place) + 1))
  })
}

function openedAt(xml: string, place: number): string {
  return xml.replace(/<workbookView\s[^>]*>/g, (tag) => withAttribute(withAttribute(tag, 'firstSheet', null), 'activeTab', String(place)))
}

function coverXml({ columnWidths, rows, merges }: NoteCover, styles: StyleSheet): string {
  const cols = columnWidths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  const lines = rows.map(({ height, cells }, r) => {
    const inner = cells.map((cell, c) => {
      if (cell === null) return ''
      const place = `r="${columnLetters(c)}${r + 1}" s="${styles.look(cell.look ?? {})}"`
      return typeof cell.value === 'string' ? `<c ${place} t="inlineStr">${inlineText(cell.value)}</c>` : `<c ${place}/>`
    })
    return `<row r="${r + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${inner.join('')}</row>`
  })
  const merged = merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`).join('')
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${mainNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><cols>${cols}</cols><sheetData>${lines.join('')}</sheetData>` +
    `${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}
