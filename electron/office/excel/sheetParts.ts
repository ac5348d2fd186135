import { entryRulesXml } from './entryRuleXml'
import type { PrintSpec, SheetProtection, SheetSpec } from './workbookSpec'

/**
 * A sheet's XML with what exceljs cannot write, or writes where Excel does not look for it: the order of a sheet's
 * elements is fixed, and Excel repairs a file that breaks it by throwing the element away.
 */
export function withSheetParts(sheet: Buffer, { print, protection, entryRules }: SheetSpec): Buffer {
  const rules = entryRulesXml(entryRules ?? [])
  const centred = print ? '<printOptions horizontalCentered="1"/>' : ''
  return insert(sheet, [
    ['</sheetData>', 'after', protection ? protectionXml(protection) : ''],
    ['<pageMargins', 'before', rules + centred],
    [sheet.includes('<legacyDrawing', lastPart(sheet)) ? '<legacyDrawing' : '</worksheet>', 'before', breaksXml(print)],
  ])
}

/** Each mark stands once, after the cells; a large sheet is copied once. */
function insert(sheet: Buffer, additions: readonly (readonly [mark: string, place: 'before' | 'after', xml: string])[]): Buffer {
  const chunks: Buffer[] = []
  let from = 0
  for (const [mark, place, xml] of additions) {
    if (xml === '') continue
    const at = sheet.indexOf(mark, Math.max(from, lastPart(sheet)))
    if (at < 0) throw new Error(`the sheet has no ${mark}`)
    const end = place === 'after' ? at + mark.length : at
    chunks.push(sheet.subarray(from, end), Buffer.from(xml))
    from = end
  }
  return Buffer.concat([...chunks, sheet.subarray(from)])
}

/** Where the cells end and the settings of the sheet begin. */
function lastPart(sheet: Buffer): number {
  return Math.max(sheet.lastIndexOf('</sheetData>'), 0)
}

const actions = ['formatColumns', 'formatRows', 'insertRows', 'deleteRows', 'sort', 'autoFilter'] as const

/** The attributes say what is forbidden: 0 allows. */
function protectionXml({ allows }: SheetProtection): string {
  const allowed = actions.filter((action) => allows.includes(action)).map((action) => ` ${action}="0"`)
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed.join('')}/>`
}

function breaksXml(print: PrintSpec | undefined): string {
  const columns = print === undefined || print.fit === 'width' ? [] : print.fit.breakBefore
  if (columns.length === 0) return ''
  const breaks = columns.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('')
  return `<colBreaks count="${columns.length}" manualBreakCount="${columns.length}">${breaks}</colBreaks>`
}
