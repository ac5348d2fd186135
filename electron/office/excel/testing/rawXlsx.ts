import { writeZip, type ZipContent } from '../writeZip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

export interface RawSheet {
  name: string
  /** Before <sheetData>. */
  before?: string
  /** Inside <sheetData>. */
  rows: string
  /** After </sheetData>. */
  after?: string
  hidden?: boolean
}

export interface RawXlsx {
  sheets: readonly RawSheet[]
  /** Inside <styleSheet>. */
  styles?: string
  /** Inside <workbookPr …/>. */
  workbookProperties?: string
  /** Namespace of the main parts; strict OOXML has its own. */
  namespace?: string
  extra?: readonly ZipContent[]
  /** `extra` holds xl/sharedStrings.xml. */
  sharedStrings?: boolean
  /** Content type of xl/workbook.xml; that of an .xlsx without. */
  type?: string
}

/** An xlsx whose XML the test decides: what no library would write. */
export function rawXlsx(workbook: RawXlsx): Buffer {
  return writeZip([...rawParts(workbook), ...(workbook.extra ?? [])], '2026-01-01T00:00:00Z')
}

const typeOf = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`

function rawParts(workbook: RawXlsx): ZipContent[] {
  const { sheets, styles = '', workbookProperties = '', namespace = main, sharedStrings = false } = workbook
  const { type = typeOf('sheet.main') } = workbook
  // Strict OOXML has a namespace of its own for relationships too.
  const relationships = namespace === main ? transitional : strict
  const relations = (list: readonly (readonly [string, string])[]) => relationsOf(relationships, list)
  const override = (part: string, contentType: string) => `<Override PartName="${part}" ContentType="${contentType}"/>`
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        ${override('/xl/workbook.xml', type)}${override('/xl/styles.xml', typeOf('styles'))}
        ${sharedStrings ? override('/xl/sharedStrings.xml', typeOf('sharedStrings')) : ''}
        ${sheets.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, typeOf('worksheet'))).join('')}</Types>`,
    ),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${namespace}" xmlns:r="${relationships}"><workbookPr ${workbookProperties}/><sheets>${sheets
        .map(({ name, hidden }, index) => {
          const state = hidden ? 'state="hidden"' : ''
          return `<sheet name="${name}" sheetId="${index + 1}" ${state} r:id="rId${index + 1}"/>`
        })
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
        ...(sharedStrings ? [['sharedStrings', 'sharedStrings.xml'] as const] : []),
      ]),
    ),
    part('xl/styles.xml', `<styleSheet xmlns="${namespace}">${styles}</styleSheet>`),
    ...sheets.map(({ before, rows, after }, index) =>
      part(
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${namespace}">${before ?? ''}<sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
      ),
    ),
  ]
}

export function part(name: string, xml: string): ZipContent {
  return { name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`) }
}

const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

function relationsOf(relationships: string, list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageRelationships}">${items.join('')}</Relationships>`
}
