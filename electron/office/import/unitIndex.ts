import { nameKey } from '../text/nameKey'

export interface KnownUnit {
  id: number
  name: string
  aliases: readonly string[]
}

/** Finds units by what people write: name, alias, what their offices are called, or either behind a region's name. */
export interface UnitIndex {
  /** The unit a cell names; null when none or more than one answers. */
  find(text: string): KnownUnit | null
  /** The only unit whose name or alias occurs anywhere in a title, sheet name or file name. */
  within(text: string): KnownUnit | null
}

const region = /[省市县区州盟旗]$/
/** What the offices of a unit are called; what stands before must then be the unit itself, 街道 included. */
const office = /(?:办事处|党工委|党委|委员会|两新工委|综合党委|工委|人民政府|政府|(?<=街道)办|党建办|党建办公室|组织办|党政办|管委会|管理委员会)$/
const kind = /(?:街道|镇|乡|经济开发区|开发区|园区|社区)$/

export function unitIndex(units: readonly KnownUnit[]): UnitIndex {
  const byKey = new Map<string, KnownUnit>()
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), unit)
  }
  const keys = [...byKey.keys()].filter((key) => key.length >= 2)
  const bare = new Map<string, Set<KnownUnit>>()
  for (const [key, unit] of byKey) {
    for (const short of [key.replace(office, ''), key.replace(kind, ''), key.replace(office, '').replace(kind, '')]) {
      if (short.length >= 2) bare.set(short, (bare.get(short) ?? new Set()).add(unit))
    }
  }
  const cache = new Map<string, KnownUnit | null>()

  /** A key inside a longer one that matched as well says nothing of its own. */
  function only(matches: readonly string[]): KnownUnit | null {
    const telling = matches.filter((key) => !matches.some((other) => other !== key && other.includes(key)))
    const found = new Set(telling.map((key) => byKey.get(key)))
    const [first] = found
    return found.size === 1 && first ? first : null
  }

  function exact(key: string): KnownUnit | null {
    return byKey.get(key) ?? single(bare.get(key))
  }

  function search(text: string): KnownUnit | null {
    const key = nameKey(text).replace(/^中共/, '')
    if (key === '') return null
    for (const name of [key, key.replace(/\([^()]*\)$/, ''), key.replace(office, ''), key.replace(/街办$/, '街道')]) {
      const unit = exact(name) ?? only(keys.filter((unitKey) => name.endsWith(unitKey) && region.test(name.slice(0, -unitKey.length))))
      if (unit) return unit
    }
    return null
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

function single(units: ReadonlySet<KnownUnit> | undefined): KnownUnit | null {
  const [first] = units ?? []
  return units?.size === 1 && first ? first : null
}
