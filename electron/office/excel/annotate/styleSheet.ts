import { typeface } from '../cellStyle'
import type { CellLook } from '../workbookSpec'
import { attribute, findElement, insertInOrder, withAttribute } from './xmlEdit'

/** The styles of a workbook, to which looks are added. Answers are the numbers cells name them by. */
export interface StyleSheet {
  look(look: CellLook): number
  /** The look of another cell, for text of several lines. */
  wrapped(base: number): number
  /** A background for conditional formats. */
  highlight(fill: string): number
  xml(): string
}

const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']

/** What a list holds that a workbook does without. */
const firstItems: Readonly<Record<string, string>> = {
  fonts: '<font/>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: '<border/>',
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  dxfs: '',
}
const thinBorder = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color indexed="64"/></${side}>`).join('')
const wrapping = '<alignment horizontal="left" vertical="center" wrapText="1"/>'
/** Excel's own number for the format of text. */
const textFormat = '49'

export function styleSheet(source: string): StyleSheet {
  let xml = source
  const known = new Map<string, number>()
  const wraps = new Map<number, number>()

  /** Adds an item to a list once; answers its number. */
  function add(list: string, item: string, element: string): number {
    const key = `${list} ${element}`
    const before = known.get(key)
    if (before !== undefined) return before
    const elements = items(list, item)
    known.set(key, elements.length)
    const { start, inner, innerEnd } = placeOf(list)
    const tag = withAttribute(xml.slice(start, inner), 'count', String(elements.length + 1))
    xml = xml.slice(0, start) + tag + xml.slice(inner, innerEnd) + element + xml.slice(innerEnd)
    return elements.length
  }

  /** The list, put where it belongs when there is none. */
  function placeOf(list: string): { start: number; inner: number; innerEnd: number } {
    const place = findElement(xml, list)
    if (place && place.innerEnd > place.inner) return place
    if (place) xml = xml.slice(0, place.start) + xml.slice(place.end)
    xml = insertInOrder(xml, `<${list}>${firstItems[list] ?? ''}</${list}>`, { order, name: list, parent: 'styleSheet' })
    return findElement(xml, list) ?? { start: 0, inner: 0, innerEnd: 0 }
  }

  function items(list: string, item: string): string[] {
    const { inner, innerEnd } = placeOf(list)
    const text = xml.slice(inner, innerEnd)
    return [...text.matchAll(new RegExp(`<${item}(?=[\\s/>])`, 'g'))].map(({ index }) => text.slice(index))
  }

  return {
    look({ bold, fontSize = 11, color, fill, border, align = 'left', wrap, top, format }) {
      const weight = bold ? '<b/>' : ''
      const ink = color === undefined ? '' : `<color rgb="FF${color}"/>`
      const font = add('fonts', 'font', `<font>${weight}<sz val="${fontSize}"/>${ink}<name val="${typeface}"/><charset val="134"/></font>`)
      const paint = fill === undefined ? 0 : add('fills', 'fill', `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`)
      const edges = border ? add('borders', 'border', `<border>${thinBorder}<diagonal/></border>`) : 0
      const alignment = `<alignment horizontal="${align}" vertical="${top ? 'top' : 'center'}"${wrap ? ' wrapText="1"' : ''}/>`
      const numbers = `numFmtId="${format === '@' ? textFormat : '0'}" fontId="${font}" fillId="${paint}" borderId="${edges}"`
      return add('cellXfs', 'xf', `<xf ${numbers} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`)
    },
    wrapped(base) {
      const before = wraps.get(base)
      if (before !== undefined) return before
      const element = items('cellXfs', 'xf')[base] ?? '<xf fontId="0" fillId="0" borderId="0"/>'
      const tag = /^<xf[^>]*>/.exec(element)?.[0] ?? ''
      const inner = tag.endsWith('/>') ? '' : element.slice(tag.length, element.indexOf('</xf>'))
      const protection = /<protection[^>]*\/>/.exec(inner)?.[0] ?? ''
      const open = withAttribute(withAttribute(tag.replace(/\s*\/>$/, '>'), 'numFmtId', textFormat), 'applyAlignment', '1')
      const number = add('cellXfs', 'xf', `${open}${wrapping}${protection}</xf>`)
      wraps.set(base, number)
      return number
    },
    highlight(fill) {
      return add('dxfs', 'dxf', `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`)
    },
    xml: () => xml,
  }
}

/** The number of a cell's style, by its start tag. */
export function styleOf(tag: string): number {
  return Number(attribute(tag, 's') ?? '0')
}
