import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { departedStatuses } from '../../../../shared/domain/valueDomain'
import { ownFieldLabel, type ImportField } from '../../import/importField'
import type { KnownEnterprise } from '../../import/knownLedger'
import { groupBy } from '../groupBy'
import type { FrozenEnterprise } from './frozenBefore'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

/** Figures of an enterprise that are compared with the last locked period; what counts a year anew is not. */
const figures = [
  'employees', 'annualRevenue', 'formalMembers', 'probationaryMembers', 'membersRegisteredHere', 'floatingMembers', 'activists',
] as const satisfies readonly (ImportField & keyof FrozenEnterprise)[]

const built: ReadonlySet<string> = new Set(['单独', '联合'])

/**
 * 较上期异常: what differs from the last locked period by more than the limits allow; V-48 of an enterprise, figure by
 * figure and its organisation, V-43 of a unit as a whole.
 */
export function jumpFindings({ enterprises, units, before }: QualityFacts, settings: OfficeSettings): RecordFinding[] {
  if (!before) return []
  const then = new Map(before.enterprises.map((enterprise) => [enterprise.id, enterprise]))
  const since = before.label
  return [
    ...enterprises.flatMap((enterprise) => {
      const frozen = then.get(enterprise.id)
      return frozen ? [...figureJumps(enterprise, frozen, settings, since), ...lostOrg(enterprise, frozen, since)] : []
    }),
    ...unitJumps({ enterprises, units, before: before.enterprises, since }, settings.limits.jumpPercent),
  ]
}

function figureJumps(now: KnownEnterprise, then: FrozenEnterprise, settings: OfficeSettings, since: string): RecordFinding[] {
  const { figurePercent, figureLeast } = settings.limits
  return figures.flatMap((field): RecordFinding[] => {
    const [is, was] = [now[field], then[field]]
    if (was === null || was === is) return []
    const difference = Math.abs((is ?? 0) - was)
    if (difference < figureLeast || difference * 100 < Math.max(was, 1) * figurePercent) return []
    const label = ownFieldLabel(field, settings)
    const told = is === null ? `${label}${since}为 ${was}，现在没有填` : `${label}由${since}的 ${was} ${is > was ? '增' : '减'}到 ${is}`
    const share = was === 0 || is === null ? '' : `（${is > was ? '+' : '-'}${Math.round((difference * 100) / was)}%）`
    return [
      {
        code: 'V-48', level: 'warning', kind: 'enterprise', id: now.id, field,
        message: `${told}${share}，请核对`, was: String(was), now: is === null ? '' : String(is),
      },
    ]
  })
}

/** An enterprise that is still on the register and had an organisation. */
function lostOrg(now: KnownEnterprise, then: FrozenEnterprise, since: string): RecordFinding[] {
  if (!built.has(then.status) || now.partyOrgId !== null || departedStatuses.includes(now.operatingStatus)) return []
  return [
    {
      code: 'V-48', level: 'warning', kind: 'enterprise', id: now.id, field: 'hasPartyOrg',
      message: `${since}为${then.status}组建，现在没有党组织，请核对是撤销还是漏填`, was: then.partyOrgName ?? then.status, now: '',
    },
  ]
}

interface Whole extends Pick<QualityFacts, 'enterprises' | 'units'> {
  before: readonly FrozenEnterprise[]
  since: string
}

/** By the same measure an import is asked by (V-43). */
function unitJumps({ enterprises, units, before, since }: Whole, percent: number): RecordFinding[] {
  const registered = <T extends { operatingStatus: string }>(list: readonly T[]): T[] =>
    list.filter(({ operatingStatus }) => !departedStatuses.some((status) => status === operatingStatus))
  const [those, these] = [groupBy(registered(before), ({ unitId }) => unitId), groupBy(registered(enterprises), ({ unitId }) => unitId)]
  const members = (list: readonly { formalMembers: number | null }[]): number => list.reduce((sum, { formalMembers }) => sum + (formalMembers ?? 0), 0)
  return units.flatMap(({ id }) => {
    const [old, own] = [those.get(id) ?? [], these.get(id) ?? []]
    const compared = [
      { label: '在册企业', unit: '家', was: old.length, is: own.length },
      { label: '正式党员合计', unit: '名', was: members(old), is: members(own) },
    ]
    return compared.flatMap(({ label, unit, was, is }): RecordFinding[] => {
      if (was < 5 || Math.abs(is - was) * 100 <= was * percent) return []
      return [
        {
          code: 'V-43', level: 'warning', kind: 'unit', id, field: null,
          message: `${label} ${is} ${unit}，${since}为 ${was} ${unit}，相差超过 ${percent}%，请问明原因`, was: String(was), now: String(is),
        },
      ]
    })
  })
}
