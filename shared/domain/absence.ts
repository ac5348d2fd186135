import type { OperatingStatus } from './valueDomain'

/** What an enterprise may have come to that its unit did not report (docs/domain.md 11.7). */
export const absenceChoices = ['注销', '迁出', '停产', '漏报'] as const
export type AbsenceChoice = (typeof absenceChoices)[number]

/** The status a choice gives the enterprise; 漏报 leaves it as it is. */
export const statusOfAbsence: Readonly<Record<AbsenceChoice, OperatingStatus | null>> = {
  注销: '已注销',
  迁出: '迁出',
  停产: '停产停业',
  漏报: null,
}
