import type { QualityCounts } from '../../../shared/contract/quality'

type Checks = QualityCounts['codes']

/** Checks whose findings are counted among what is due, there over 实体运营 and here over all: shown once. */
const toldAbove = ['V-23', 'V-35']

export function openChecks(checks: Checks): Checks {
  return checks.filter(({ code }) => !toldAbove.includes(code))
}
