import type { Unit } from '../../../../shared/contract/unit'
import type { FormId } from '../../../../shared/domain/formId'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { ReportTable } from '../../../../shared/domain/reportSet'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import { formTitle } from '../../forms/formTitle'
import { findForm } from '../../forms/standardForms'
import { fileNamePart } from '../templateIssue'

/** One table or form of the set. Without a unit it is the district's. */
export type ReportPart = { unit: Unit | null } & ({ table: ReportTable } | { form: FormId })

/** The parts of the set in the order of its tables, each for the district before the units; S15 is the district's. */
export function reportParts({ report }: OfficeSettings, units: readonly Unit[], only: Unit | null): ReportPart[] {
  const each = report.scope === '全区' ? [] : units.filter(({ active }) => active)
  const whose = only ? [only] : [...(report.scope === '各单位' ? [] : [null]), ...each]
  return [
    ...report.tables.flatMap((table): ReportPart[] => (table === 'S15' ? (only ? [] : [{ table, unit: null }]) : whose.map((unit) => ({ table, unit })))),
    ...report.forms.flatMap((form): ReportPart[] => whose.map((unit) => ({ form, unit }))),
  ]
}

/** S1_两个覆盖情况统计表_全区_2026年第3季度 */
export function partName(part: ReportPart, period: string, year: number): string {
  const [key, title] =
    'form' in part
      ? [part.form, formTitle(findForm(part.form), { regionName: '', year })]
      : [part.table, part.table === 'S15' ? '报送情况表' : statTables[part.table].title]
  return [key, title, part.unit?.name ?? '全区', period].map(fileNamePart).join('_')
}
