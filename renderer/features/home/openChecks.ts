import type { Home } from '../../../shared/contract/statistics'

/** Checks whose findings are counted among what is due, there over 实体运营 and here over all: shown once. */
const toldAbove = ['V-23', 'V-35']

export function openChecks({ checks }: Pick<Home, 'checks'>): Home['checks'] {
  return checks.filter((check) => !toldAbove.includes(check.code))
}
