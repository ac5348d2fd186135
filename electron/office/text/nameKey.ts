import { isBare, withoutBlanks } from './plainText'
import { toSimplified } from './toSimplified'

/** Exact key of an enterprise name: equal keys are the same enterprise inside the district (docs/domain.md, name key). */
export function nameKey(name: string): string {
  const plain = isBare(name) ? name : withoutBlanks(name.normalize('NFKC'))
  return toSimplified(plain).toUpperCase()
}

const suffix = /(有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|公司|合作社|厂)$/
const region = /^(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,6}?市)?(?:[\u4e00-\u9fff]{1,5}?[县区])?/

/** Key for suggestions only: without brackets, region prefix and company suffix. Never merges by itself. */
export function coreKey(key: string, regionName: string | null): string {
  let core = key.replace(/\([^()]*\)/g, '')
  if (regionName && core.startsWith(regionName) && core.length > regionName.length + 1) core = core.slice(regionName.length)
  const stripped = core.replace(region, '')
  if (stripped.length >= 4) core = stripped
  return core.replace(suffix, '')
}
