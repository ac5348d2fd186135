import { localIndustryOf, orgSectorOf } from '../../../shared/domain/orgClass'
import type { OrgSector } from '../../../shared/domain/valueDomain'
import type { EntityManager } from '../db/gate'
import { assessmentRepository, type CoveredClass } from '../db/repositories/assessmentRepository'
import type { OrgRecord } from '../db/repositories/orgRepository'

export interface OrgClass {
  orgSector: OrgSector | null
  localIndustry: string | null
}

/** 党组织类型 and 行业类别 of organisations on a day, as stated or as their enterprises have them in common, by id. */
export async function orgClasses(
  manager: EntityManager,
  orgs: readonly Pick<OrgRecord, 'id' | 'orgSector' | 'localIndustry'>[],
  asOf: string,
): Promise<Map<number, OrgClass>> {
  const covered = new Map<number, CoveredClass[]>()
  for (const found of await assessmentRepository.coveredClasses(manager, asOf)) {
    covered.set(found.id, [...(covered.get(found.id) ?? []), found])
  }
  return new Map(
    orgs.map(({ id, orgSector, localIndustry }) => {
      const own = covered.get(id) ?? []
      return [
        id,
        {
          orgSector: orgSectorOf(orgSector, own.map(({ sector }) => sector)),
          localIndustry: localIndustryOf(localIndustry, own.map((enterprise) => enterprise.localIndustry)),
        },
      ]
    }),
  )
}
