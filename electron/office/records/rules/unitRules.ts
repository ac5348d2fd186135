import type { Finding } from '../../../../shared/contract/record'
import { nameKey } from '../../text/nameKey'
import { error, type Values } from './say'

/** A name or alias must answer to one unit only, or rows of an import would land in the wrong one. */
export function checkUnit(unit: Values, others: readonly { name: string; aliases: readonly string[] }[]): Finding[] {
  const aliases = Array.isArray(unit['aliases']) ? unit['aliases'] : []
  return [String(unit['name']), ...aliases.map(String)].flatMap((name, place) => {
    const key = nameKey(name)
    const other = others.find(({ name: theirs, aliases: own }) => [theirs, ...own].some((known) => nameKey(known) === key))
    if (!other) return []
    return [error(place === 0 ? 'name' : 'aliases', 'V-02', `“${name}”已是“${other.name}”的名称或别名，请换一种写法`)]
  })
}
