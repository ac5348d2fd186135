import { columnLetters } from '../columnLetters'
import type { Merge } from '../sheet'
import { rangeAddress } from '../sheetAddress'
import { attribute, findElement, insertInOrder, withAttribute } from './xmlEdit'

/** Elements of a worksheet as they must follow each other. */
const order = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges',
  'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting',
  'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks',
  'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF',
  'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst',
]

/** Cells a conditional format of ours names at once. */
const cellsAtOnce = 400
/** True for every cell, and says whose the format is: programs keep the formula as it stands. */
const ourFormula = 'LEN("校验结果")&gt;0'

/** Puts an element behind the cells, where its kind belongs. Saved views of a sheet hold elements of the same names. */
function put(xml: string, name: string, element: string): string {
  const views = xml.lastIndexOf('</customSheetViews>')
  const from = Math.max(views, xml.lastIndexOf('</sheetData>'), xml.lastIndexOf('<sheetData/>'))
  return insertInOrder(xml, element, { order, name, parent: 'worksheet', from })
}

/** The width of one column, which is shown even where its neighbours are hidden. */
export function withColumnWidth(xml: string, column: number, width: number): string {
  const own = `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`
  const cells = xml.indexOf('<sheetData')
  const list = findElement(xml.slice(0, cells), 'cols')
  if (!list) return `${xml.slice(0, cells)}<cols>${own}</cols>${xml.slice(cells)}`
  const cols = [...xml.slice(list.inner, list.innerEnd).matchAll(/<col\s[^>]*>/g)].flatMap(([tag]) => {
    const [min, max] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]
    const part = (first: number, last: number): [number, string][] =>
      first > last ? [] : [[first, withAttribute(withAttribute(tag.replace(/\s*\/?>$/, '/>'), 'min', String(first)), 'max', String(last))]]
    return [...part(min, Math.min(max, column)), ...part(Math.max(min, column + 2), max)]
  })
  const sorted = [...cols, [column + 1, own] as const].sort(([a], [b]) => a - b).map(([, tag]) => tag)
  return `${xml.slice(0, list.inner)}${sorted.join('')}${xml.slice(list.innerEnd)}`
}

/** The area said to be filled, which readers may trust, widened to the column. */
export function withDimension(xml: string, column: number): string {
  return xml.replace(/<dimension\s[^>]*>/, (tag) => {
    const [, first, letters = '', row] = /^([A-Z]+\d+)(?::([A-Z]+)(\d+))?$/.exec(attribute(tag, 'ref') ?? '') ?? []
    if (first === undefined) return ''
    const last = columnLetters(column)
    const wider = letters.length > last.length || (letters.length === last.length && letters > last) ? letters : last
    return withAttribute(tag, 'ref', `${first}:${wider}${row ?? first.replace(/\D/g, '')}`)
  })
}

export function withMerge(xml: string, merge: Merge): string {
  const element = `<mergeCell ref="${rangeAddress(merge)}"/>`
  const list = findElement(xml, 'mergeCells', xml.lastIndexOf('</sheetData>'))
  if (!list) return put(xml, 'mergeCells', `<mergeCells count="1">${element}</mergeCells>`)
  const inner = xml.slice(list.inner, list.innerEnd)
  if (inner.includes(`"${rangeAddress(merge)}"`)) return xml
  const tag = withAttribute(xml.slice(list.start, list.inner), 'count', String(inner.split('<mergeCell').length))
  return `${xml.slice(0, list.start)}${tag}${inner}${element}${xml.slice(list.innerEnd)}`
}

/** Cells in a colour, on top of the fill they have: taken away again, nothing of the sender's look is lost. */
export function withHighlights(xml: string, highlights: readonly { style: number; cells: readonly string[] }[]): string {
  const left = withoutHighlights(xml)
  const elements: string[] = []
  const tail = left.slice(Math.max(0, left.lastIndexOf('</sheetData>')))
  const priorities = [...tail.matchAll(/<cfRule\s[^>]*\spriority="(\d+)"/g)].map(([, priority]) => Number(priority))
  let priority = priorities.reduce((most, one) => Math.max(most, one), 0)
  for (const { style, cells } of highlights) {
    for (let at = 0; at < cells.length; at += cellsAtOnce) {
      const refs = cells.slice(at, at + cellsAtOnce).join(' ')
      const rule = `<cfRule type="expression" dxfId="${style}" priority="${++priority}"><formula>${ourFormula}</formula></cfRule>`
      elements.push(`<conditionalFormatting sqref="${refs}">${rule}</conditionalFormatting>`)
    }
  }
  return elements.length === 0 ? left : put(left, 'conditionalFormatting', elements.join(''))
}

function withoutHighlights(xml: string): string {
  const from = xml.lastIndexOf('</sheetData>')
  if (from < 0) return xml
  const tail = xml.slice(from).replace(/<conditionalFormatting\s[^>]*>(.*?)<\/conditionalFormatting>/gs, (whole, rules: string) =>
    /LEN\(("|&quot;)校验结果("|&quot;)\)/.test(rules) ? '' : whole,
  )
  return xml.slice(0, from) + tail
}

/** Relates the sheet to the drawing of its comments. `id` is a relationship. */
export function withLegacyDrawing(xml: string, id: string): string {
  return put(xml, 'legacyDrawing', `<legacyDrawing r:id="${id}"/>`)
}

/** Of several sheets that are selected together, what is typed into one is typed into all. */
export function notSelected(xml: string): string {
  const end = xml.indexOf('<sheetData')
  const head = end < 0 ? xml : xml.slice(0, end)
  return head.replace(/<sheetView\s[^>]*>/g, (tag) => withAttribute(tag, 'tabSelected', null)) + xml.slice(head.length)
}
