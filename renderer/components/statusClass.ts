import type { CoverageStatus } from '../../shared/domain/valueDomain'

const classes: Record<CoverageStatus, string> = {
  单独: 'status-single',
  联合: 'status-joint',
  '工作覆盖(联络)': 'status-liaison',
  '工作覆盖(群团)': 'status-mass',
  未覆盖: 'status-none',
}

/** The colour of a status, defined in styles/widgets.css beside `.status-tag`. */
export function statusClass(status: CoverageStatus): string {
  return classes[status]
}
