import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { sizeBands } from '../../../../shared/domain/sizeBand'
import type { TableScene } from '../../../../shared/domain/statistics/statTable'

/** What tables are made from, with the settings they go by. */
export function tableScene(
  known: Pick<TableScene, 'facts' | 'units' | 'cutOff' | 'from' | 'previous' | 'grouping'>,
  { rules, limits, assessment, goalLabels, deliveryLabels }: OfficeSettings,
): TableScene {
  return {
    ...known,
    rules,
    bands: sizeBands(limits.sizeBands),
    largeFrom: limits.employees,
    grades: assessment.grades.map(({ name }) => name),
    goalLabels,
    deliveryLabels,
  }
}
