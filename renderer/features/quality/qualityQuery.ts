import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { qualityFilter, type QualityFilter } from '../../../shared/contract/quality'

/** What the address of the page holds, so that a list can be linked to and gone back to. */
export function writeQualityQuery({ unitIds, level, code, kind, jumps, words }: QualityFilter): LocationQueryRaw {
  return {
    ...(unitIds?.length ? { unit: unitIds.join(',') } : {}),
    ...(level ? { level } : {}),
    ...(code ? { code } : {}),
    ...(kind ? { kind } : {}),
    ...(jumps ? { jumps: '1' } : {}),
    ...(words ? { q: words } : {}),
  }
}

/** Reads an address back; what it does not understand it leaves out. */
export function readQualityQuery(query: LocationQuery): QualityFilter {
  const text = (name: string): string => String(query[name] ?? '')
  const unitIds = text('unit').split(',').filter(Boolean).map(Number).filter((id) => Number.isInteger(id) && id >= 0)
  const asked: Record<string, unknown> = {
    ...(unitIds.length > 0 ? { unitIds } : {}),
    ...(text('level') ? { level: text('level') } : {}),
    ...(text('code') ? { code: text('code') } : {}),
    ...(text('kind') ? { kind: text('kind') } : {}),
    ...(text('jumps') === '1' ? { jumps: true } : {}),
    ...(text('q') ? { words: text('q').slice(0, 100) } : {}),
  }
  const known = Object.entries(asked).filter(([name, value]) => qualityFilter.safeParse({ [name]: value }).success)
  return qualityFilter.parse(Object.fromEntries(known))
}
