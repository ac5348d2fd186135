/**
 * Bytes inside a contract value, for transports that speak JSON: `detachBytes` replaces every Uint8Array by
 * `{ $bytes: index }` and lists them; `attachBytes` is its inverse.
 */
export interface Detached {
  value: unknown
  parts: Uint8Array[]
}

export function detachBytes(value: unknown): Detached {
  const parts: Uint8Array[] = []
  const walk = (node: unknown): unknown => {
    if (node instanceof Uint8Array) return { $bytes: parts.push(node) - 1 }
    if (Array.isArray(node)) return node.map(walk)
    if (node !== null && typeof node === 'object') {
      return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]))
    }
    return node
  }
  return { value: walk(value), parts }
}

export function attachBytes(value: unknown, parts: readonly Uint8Array[]): unknown {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (node !== null && typeof node === 'object') {
      if (Object.hasOwn(node, '$bytes')) {
        const { $bytes: index } = node as { $bytes: unknown }
        const part = Number.isInteger(index) ? parts[index as number] : undefined
        if (!part) throw new RangeError('a part of the message is missing')
        return part
      }
      return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]))
    }
    return node
  }
  return walk(value)
}
