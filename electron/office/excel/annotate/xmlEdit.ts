import { CannotAnnotate } from './cannotAnnotate'

/** The value of an attribute in the text of a start tag, as it is written; null without it. */
export function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((value) => value !== undefined) ?? null
}

/** A start tag with an attribute set, or without it where the value is null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
  return value === null ? bare : bare.replace(/\s*(\/?>)$/, (_whole, end: string) => ` ${name}="${value}"${end}`)
}

/** Where the named element stands from `from` on: its start tag, and the end of the element. Null when there is none. */
export function findElement(xml: string, name: string, from = 0): { start: number; inner: number; innerEnd: number; end: number } | null {
  const found = startOf(xml, name, from)
  if (found === null) return null
  const { start, tag } = found
  const inner = start + tag.length
  if (tag.endsWith('/>')) return { start, inner, innerEnd: inner, end: inner }
  const close = `</${name}>`
  const innerEnd = xml.indexOf(close, inner)
  if (innerEnd < 0) throw new CannotAnnotate(`no ${close}`)
  return { start, inner, innerEnd, end: innerEnd + close.length }
}

function startOf(xml: string, name: string, from: number): { start: number; tag: string } | null {
  const pattern = new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')
  pattern.lastIndex = from
  const match = pattern.exec(xml)
  return match ? { start: match.index, tag: match[0] } : null
}

/**
 * Puts an element among its siblings, whose order is fixed: before the first of those that come later in `order`, else
 * before the end of the parent.
 */
export function insertInOrder(xml: string, element: string, place: { order: readonly string[]; name: string; parent: string; from?: number }): string {
  const { order, name, parent, from = 0 } = place
  const later = order.slice(order.indexOf(name) + 1)
  const starts = later.flatMap((sibling) => startOf(xml, sibling, from)?.start ?? [])
  const at = starts.length > 0 ? Math.min(...starts) : xml.lastIndexOf(`</${parent}>`)
  if (at < 0) throw new CannotAnnotate(`no end of ${parent}`)
  return xml.slice(0, at) + element + xml.slice(at)
}

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The text of a part of those every program writes, its elements without a prefix. */
export function plainXml(bytes: Buffer, root: string): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) throw new CannotAnnotate('not UTF-8')
  const xml = withoutPrefix(bytes.toString('utf8'), root)
  const tag = startOf(xml, root, 0)?.tag ?? ''
  if (attribute(tag, 'xmlns') !== mainNamespace) throw new CannotAnnotate(`${root} in another namespace`)
  if (/<!\[CDATA\[|<!--|<!DOCTYPE/.test(xml)) throw new CannotAnnotate('comments, CDATA or a document type')
  return xml
}

/** Libraries of .NET put a prefix before every element. No text of a part looks like a tag, so it can be taken away. */
function withoutPrefix(xml: string, root: string): string {
  const [tag, prefix] = new RegExp(`<(\\w+):${root}(?=[\\s>])[^>]*>`).exec(xml) ?? []
  if (tag === undefined || prefix === undefined || /\sxmlns\s*=/.test(tag)) return xml
  return xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1').replace(`xmlns:${prefix}=`, 'xmlns=')
}
