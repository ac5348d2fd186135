import { z } from 'zod'
import { nationalRules, type CoverageRules } from '../../../shared/domain/coverage'
import { operatingStatuses } from '../../../shared/domain/valueDomain'

/** Keys of the setting table and the shape of each value. */
export const officeNames = z.object({ officeName: z.string(), regionName: z.string() })

const storedRules = z.object({
  base: z.array(z.enum(operatingStatuses)).min(1),
  minMembers: z.number().int().min(1),
  womenCount: z.boolean(),
  enterprisesOnly: z.boolean(),
})

/** The rules in force: what the office set, the national values for the rest. */
export function rulesOf(stored: unknown): CoverageRules {
  return { ...nationalRules, ...storedRules.partial().catch({}).parse(stored ?? {}) }
}

export const settingKeys = { names: 'office.names', rules: 'coverage.rules', view: (key: string) => `view.${key}` }
