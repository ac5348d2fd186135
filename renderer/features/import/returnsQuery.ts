import type { LocationQuery } from 'vue-router'
import { isCalendarDate } from '../../../shared/domain/calendarDate'
import { templateFormIds, type TemplateFormId } from '../../../shared/domain/formId'
import { periodOf } from '../../record/periods'

/** What 报送情况 asks: a period, both days included, and the forms every unit is to report. */
export interface ReturnsQuery {
  from: string
  to: string
  forms: TemplateFormId[]
}

const usualForms: readonly TemplateFormId[] = ['F01']

/** As the address says; without it this month and the ledger. An open end is that of this month too. */
export function readReturnsQuery(query: LocationQuery, today: string): ReturnsQuery {
  const usual = today === '' ? { from: '', to: '' } : periodOf('thisMonth', today)
  const asked = String(query['forms'] ?? '').split(',')
  const forms = templateFormIds.filter((id) => asked.includes(id))
  return { from: dayIn(query['from']) ?? usual.from, to: dayIn(query['to']) ?? usual.to, forms: forms.length > 0 ? forms : [...usualForms] }
}

/** Only what differs from the usual. */
export function writeReturnsQuery({ from, to, forms }: ReturnsQuery, today: string): Record<string, string> {
  const usual = readReturnsQuery({}, today)
  return {
    ...(from === '' || from === usual.from ? {} : { from }),
    ...(to === '' || to === usual.to ? {} : { to }),
    ...(forms.join() === usual.forms.join() ? {} : { forms: forms.join() }),
  }
}

function dayIn(value: unknown): string | undefined {
  const day = String(value ?? '')
  return isCalendarDate(day) ? day : undefined
}
