import { dateSerial } from './serialDate'
import { rangeAddress } from './sheetAddress'
import type { AcceptedEntry, EntryMessage, EntryRule } from './workbookSpec'
import { xmlText } from './xmlText'

/** Longest texts Excel opens without a repair. */
const longestTitle = 32
const longestText = 255

/**
 * The dataValidations element, '' without rules. exceljs leaves messages as long as they come, which Excel repairs by
 * throwing the rules away, and writes dates as instants.
 */
export function entryRulesXml(rules: readonly EntryRule[]): string {
  if (rules.length === 0) return ''
  return `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`
}

function ruleXml({ ranges, accepts, prompt, refusal, strictness }: EntryRule): string {
  const formulas = formulasOf(accepts)
  const attributes = [
    ...(accepts.kind === 'any' ? [] : [`type="${typeOf(accepts)}"`]),
    ...(strictness === 'warning' ? ['errorStyle="warning"'] : []),
    'allowBlank="1"',
    ...(prompt ? ['showInputMessage="1"'] : []),
    ...(strictness === 'none' ? [] : ['showErrorMessage="1"']),
    ...messageXml('errorTitle', 'error', refusal),
    ...messageXml('promptTitle', 'prompt', prompt),
    `sqref="${ranges.map(rangeAddress).join(' ')}"`,
  ].join(' ')
  const inner = formulas.map((formula, i) => `<formula${i + 1}>${xmlText(formula)}</formula${i + 1}>`).join('')
  return inner === '' ? `<dataValidation ${attributes}/>` : `<dataValidation ${attributes}>${inner}</dataValidation>`
}

function typeOf({ kind }: AcceptedEntry): string {
  return kind === 'length' ? 'textLength' : kind
}

/** Without an operator both formulas are bounds. */
function formulasOf(accepts: AcceptedEntry): string[] {
  switch (accepts.kind) {
    case 'any':
      return []
    case 'list':
      return [accepts.name]
    case 'date':
      return [String(dateSerial(accepts.from)), String(dateSerial(accepts.to))]
    default:
      return [String(accepts.from), String(accepts.to)]
  }
}

function messageXml(title: string, text: string, message: EntryMessage | undefined): string[] {
  if (!message) return []
  return [`${title}="${cut(message.title, longestTitle)}"`, `${text}="${cut(message.text, longestText)}"`]
}

function cut(text: string, longest: number): string {
  return xmlText(text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
}
