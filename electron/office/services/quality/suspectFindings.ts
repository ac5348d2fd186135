import { quoted } from '../../../../shared/domain/quoted'
import { findSuspects } from '../../records/findSuspects'
import { toldApart } from '../../records/toldApart'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

/** Enterprises that may be one, each pair once, told of the later one; those told apart are left out (V-03, V-05). */
export function suspectFindings({ identities, distinctions, regionName, units }: QualityFacts): RecordFinding[] {
  const isApart = toldApart(distinctions, identities)
  const byId = new Map(identities.map((identity) => [identity.id, identity]))
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  return findSuspects(identities, regionName).flatMap(({ reason, one, other }): RecordFinding[] => {
    const [first, second] = [byId.get(Math.min(one, other)), byId.get(Math.max(one, other))]
    if (!first || !second || isApart(one, other)) return []
    const elsewhere = first.unitId === second.unitId ? '' : `（属${quoted(unitNames.get(first.unitId) ?? '')}，跨单位）`
    return [
      {
        code: reason === '同名' ? 'V-03' : 'V-05',
        level: 'warning',
        kind: 'enterprise',
        id: second.id,
        field: 'name',
        message: `与${quoted(first.name)}${elsewhere}${reason}，疑似同一家；是同一家的请合并，不是的请确认`,
      },
    ]
  })
}
