import { nameKey } from '../text/nameKey'

export interface KnownUnit {
  id: number
  name: string
  aliases: readonly string[]
}

/** Finds units by what people write: name, alias, or either at the end of a longer address. */
export interface UnitIndex {
  /** The unit a cell names; null when none or more than one answers. */
  find(text: string): KnownUnit | null
  /** The only unit whose name or alias occurs anywhere in a title, sheet name or file name. */
  within(text: string): KnownUnit | null
}

export function unitIndex(units: readonly KnownUnit[]): UnitIndex {
  const byKey = new Map<string, KnownUnit>()
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), unit)
  }
  const keys = [...byKey.keys()].filter((key) => key.length >= 2).sort((a, b) => b.length - a.length)
  const cache = new Map<string, KnownUnit | null>()

  function only(matches: readonly string[]): KnownUnit | null {
    const found = new Set(matches.map((key) => byKey.get(key)))
    const [first] = found
    return found.size === 1 && first ? first : null
  }

  function search(text: string): KnownUnit | null {
    const key = nameKey(text)
    if (key === '') return null
    const exact = byKey.get(key)
    if (exact) return exact
    const bare = key.replace(/(办事处|党工委|人民政府|党委|街道办)$/, '')
    return byKey.get(bare) ?? only(keys.filter((unitKey) => key.endsWith(unitKey)))
  }

  return {
    find(text) {
      const known = cache.get(text)
      if (known !== undefined) return known
      const found = search(text)
      cache.set(text, found)
      return found
    },
    within(text) {
      const key = nameKey(text)
      return only(keys.filter((unitKey) => key.includes(unitKey)))
    },
  }
}
