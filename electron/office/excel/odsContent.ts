import { Refusal } from './refusal'

export interface OdsExtras {
  hiddenSheets: ReadonlySet<string>
}

/** More cells than this come from a repeat count, not from people: 20 times the largest ledger. */
const mostCells = 30_000_000

/**
 * In ODS one filled cell may say that it repeats a million times down and sixteen thousand times across. SheetJS
 * writes every repetition out. Throws Refusal `expands` before it does.
 */
export function refuseRepeats(content: string): void {
  let rowRepeat = 1
  let cells = 0
  for (const match of content.matchAll(/<table:table-(row|cell)\b([^>]*)>/g)) {
    const attributes = match[2] ?? ''
    if (match[1] === 'row') {
      rowRepeat = repeat(attributes, 'number-rows-repeated')
    } else if (!attributes.endsWith('/')) {
      cells += rowRepeat * repeat(attributes, 'number-columns-repeated')
      if (cells > mostCells) throw new Refusal('expands')
    }
  }
}

function repeat(attributes: string, name: string): number {
  const at = attributes.indexOf(name)
  if (at < 0) return 1
  return Number(/^[^"']*["'](\d+)/.exec(attributes.slice(at))?.[1] ?? 1)
}

/** Which sheets are hidden: SheetJS does not say for ODS. */
export function readOdsExtras(content: string): OdsExtras {
  const hiddenStyles = new Set<string>()
  for (const style of content.matchAll(/<style:style\b([^>]*style:family="table"[^>]*)>([\s\S]*?)<\/style:style>/g)) {
    const name = attribute(style[1] ?? '', 'style:name')
    if (name !== null && (style[2] ?? '').includes('table:display="false"')) hiddenStyles.add(name)
  }
  const hiddenSheets = new Set<string>()
  if (hiddenStyles.size > 0) {
    for (const table of content.matchAll(/<table:table\b([^>]*)>/g)) {
      const attributes = table[1] ?? ''
      const style = attribute(attributes, 'table:style-name')
      const name = attribute(attributes, 'table:name')
      if (style !== null && name !== null && hiddenStyles.has(style)) hiddenSheets.add(name)
    }
  }
  return { hiddenSheets }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  if (value === undefined) return null
  return value.replace(/&(lt|gt|quot|apos|amp);/g, (_whole, key: string) => entities[key] ?? '')
}
