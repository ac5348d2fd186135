import { coverageSets as sets, isBuilt } from './coverageSets'
import type { TableScene } from './statTable'
import type { EnterpriseFact } from './tableFacts'

export const rateKeys = [
  'built', 'single', 'joint', 'work', 'both', 'eligibleBuilt', 'eligibleSingle', 'aboveScaleBuilt', 'largeBuilt',
] as const
export type RateKey = (typeof rateKeys)[number]

type Holds = (enterprise: EnterpriseFact) => boolean

/** A rate: enterprises of a set over those of a larger one. */
export interface RateSets {
  key: RateKey
  label: string
  of: Holds
  over: Holds
}

/** The nine rates of docs/domain.md 3.2, with the thresholds of the settings in their names. */
export function rateSets({ rules, largeFrom }: Pick<TableScene, 'rules' | 'largeFrom'>): RateSets[] {
  const isLarge: Holds = (e) => e.inBase && (e.employees ?? 0) >= largeFrom
  return [
    { key: 'built', label: '组织覆盖率', of: sets.G, over: sets.D },
    { key: 'single', label: '单独组建率', of: sets.H, over: sets.D },
    { key: 'joint', label: '联合组建率', of: sets.I, over: sets.D },
    { key: 'work', label: '工作覆盖率(未建企业)', of: sets.T, over: sets.Q },
    { key: 'both', label: '两个覆盖率', of: (e) => sets.G(e) || sets.T(e), over: sets.D },
    { key: 'eligibleBuilt', label: `应建已建率(正式党员${rules.minMembers}名以上)`, of: sets.L, over: sets.F },
    { key: 'eligibleSingle', label: '应建单建率', of: (e) => sets.L(e) && e.status === '单独', over: sets.F },
    { key: 'aboveScaleBuilt', label: '规上组建率', of: sets.O, over: sets.E },
    { key: 'largeBuilt', label: `${largeFrom}人以上组建率`, of: (e) => isLarge(e) && isBuilt(e), over: isLarge },
  ]
}
