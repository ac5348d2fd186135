import type { OrgSector, Sector } from './valueDomain'

/** What the covered enterprises say of their organisation, where it does not say it itself (docs/domain.md 9.3, F11S). */

/** 党组织类型: as stated, else that of its enterprises; null where they differ or there are none. 小个专 are enterprises. */
export function orgSectorOf(stated: OrgSector | null, sectors: readonly Sector[]): OrgSector | null {
  return stated ?? only(sectors.map((sector): OrgSector => (sector === '社会组织' ? '社会组织党组织' : '非公企业党组织')))
}

/** 行业类别: as stated, else the one all enterprises share that have one; null where they differ or none has one. */
export function localIndustryOf(stated: string | null, industries: readonly (string | null)[]): string | null {
  return stated ?? only(industries.flatMap((industry) => industry ?? []))
}

function only<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}
