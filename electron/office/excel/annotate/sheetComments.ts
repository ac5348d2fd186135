import { typeface } from '../cellStyle'
import { columnLetters } from '../columnLetters'
import { meantText } from '../meantText'
import { xmlText } from '../xmlText'
import { CannotAnnotate } from './cannotAnnotate'
import type { PackageParts } from './packageParts'
import { withLegacyDrawing } from './sheetFrame'
import type { CellNote } from './workbookNotes'
import { attribute, findElement, plainXml } from './xmlEdit'

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainNamespace}"><authors></authors><commentList></commentList></comments>`
const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
const noteShape =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** Characters of a line in a comment's box, and the columns the box is wide. */
const lineLength = 20
const boxColumns = 4

/**
 * Puts comments on cells of a sheet; those that begin with `mark` are of an earlier return and go. A cell its sender has
 * commented keeps that comment. Answers the sheet's XML.
 */
export function withComments(parts: PackageParts, sheetName: string, xml: string, { mark, notes }: { mark: string; notes: readonly CellNote[] }): string {
  const relations = parts.relationships(sheetName)
  const commentsName = relations.find(({ type }) => type === 'comments')?.target
  // Pictures of headers and footers are drawings of the same type.
  const drawingId = /<legacyDrawing\s[^>]*>/.exec(xml)?.[0]
  const drawingName = relations.find(({ id }) => drawingId !== undefined && id === attribute(drawingId, 'r:id'))?.target
  if (commentsName === undefined && notes.length === 0) return xml
  const before = commentsName === undefined ? { xml: emptyComments, gone: [], kept: [] } : withoutOurs(plainXml(parts.read(commentsName), 'comments'), mark)
  const kept = new Set(before.kept)
  const added = notes.filter(({ row, column }) => !kept.has(addressOf(row, column)))
  const comments = withAdded(before.xml, mark, added)
  const drawing = drawn(drawingName === undefined ? emptyDrawing : parts.read(drawingName).toString('utf8'), before.gone, added)
  if (commentsName === undefined) {
    const name = parts.add('xl/comments', 'xml', comments)
    parts.declare(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml')
    parts.relate(sheetName, 'comments', name)
  } else {
    parts.write(commentsName, comments)
  }
  if (drawingName !== undefined) {
    parts.write(drawingName, drawing)
    return xml
  }
  const name = parts.add('xl/drawings/vmlDrawing', 'vml', drawing)
  parts.declareExtension('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  return withLegacyDrawing(withRelationNamespace(xml), parts.relate(sheetName, 'vmlDrawing', name))
}

function withRelationNamespace(xml: string): string {
  return xml.replace(/<worksheet(?=[\s>])[^>]*>/, (tag) => (/\sxmlns:r\s*=/.test(tag) ? tag : `${tag.slice(0, -1)} xmlns:r="${relationNamespace}">`))
}

function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

function withoutOurs(xml: string, mark: string): { xml: string; gone: string[]; kept: string[] } {
  const gone: string[] = []
  const kept: string[] = []
  const left = xml.replace(/<comment\s[^>]*>.*?<\/comment>/gs, (whole) => {
    const ref = /\sref="([A-Z]+\d+)"/.exec(whole)?.[1] ?? ''
    const text = [...whole.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, piece]) => piece).join('')
    const ours = text.trimStart().startsWith(mark)
    ;(ours ? gone : kept).push(ref)
    return ours ? '' : whole
  })
  return { xml: left, gone, kept }
}

function withAdded(xml: string, mark: string, notes: readonly CellNote[]): string {
  const authors = findElement(xml, 'authors')
  const list = findElement(xml, 'commentList')
  if (!authors || !list) throw new CannotAnnotate('comments without authors')
  const author = xml.slice(authors.inner, authors.innerEnd).split('<author').length - 1
  const items = notes.map(({ row, column, text }) => {
    const run = `<r><rPr><sz val="9"/><rFont val="${typeface}"/><charset val="134"/></rPr><t xml:space="preserve">${xmlText(meantText(mark + text))}</t></r>`
    return `<comment ref="${addressOf(row, column)}" authorId="${author}"><text>${run}</text></comment>`
  })
  const withList = xml.slice(0, list.start) + `<commentList>${xml.slice(list.inner, list.innerEnd)}${items.join('')}</commentList>` + xml.slice(list.end)
  const authorList = `<authors>${xml.slice(authors.inner, authors.innerEnd)}<author>${xmlText(mark)}</author></authors>`
  return withList.slice(0, authors.start) + authorList + withList.slice(authors.end)
}

/** The boxes of the comments; without one a program shows no comment. */
function drawn(xml: string, gone: readonly string[], notes: readonly CellNote[]): string {
  const away = new Set(gone)
  const left = xml.replace(/<v:shape\s.*?<\/v:shape>/gs, (shape) => {
    const [row, column] = ['Row', 'Column'].map((name) => new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`).exec(shape)?.[1])
    if (row === undefined || column === undefined || !/ObjectType="Note"/.test(shape)) return shape
    return away.has(addressOf(Number(row), Number(column))) ? '' : shape
  })
  const end = left.lastIndexOf('</xml>')
  if (end < 0) throw new CannotAnnotate('a drawing without end')
  const numbers = [...left.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))
  const last = numbers.reduce((most, number) => Math.max(most, number), 1024)
  const type = left.includes('id="_x0000_t202"') ? '' : noteShape
  return left.slice(0, end) + type + notes.map((note, i) => box(note, last + 1 + i)).join('') + left.slice(end)
}

function box({ row, column, text }: CellNote, number: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0)
  const anchor = [column + 1, 15, Math.max(row - 1, 0), 4, column + 1 + boxColumns, 15, Math.max(row - 1, 0) + lines + 2, 4].join(', ')
  const look = 'position:absolute;margin-left:80pt;margin-top:2pt;width:180pt;height:60pt;z-index:1;visibility:hidden'
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="${look}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}
