import type { LocationQuery } from 'vue-router'
import { formIds, type FormId } from '../../../shared/domain/formId'

/** What the page is asked for; its address. */
export interface FormQuery {
  form: FormId | undefined
  unitId: number | undefined
  /** Null: all years. */
  year: number | null
  partyOrgId: number | undefined
}

/** Without a year in the address it is that of today. */
export function readFormQuery(query: LocationQuery, thisYear: number): FormQuery {
  const count = (name: string): number | undefined => {
    const text = query[name]
    return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
  }
  return {
    form: formIds.find((id) => id === query['form']),
    unitId: count('unit'),
    year: query['year'] === 'all' ? null : (count('year') ?? thisYear),
    partyOrgId: count('org'),
  }
}

export function writeFormQuery({ form, unitId, year, partyOrgId }: FormQuery, thisYear: number): Record<string, string> {
  return {
    ...(form === undefined ? {} : { form }),
    ...(unitId === undefined ? {} : { unit: String(unitId) }),
    ...(year === thisYear ? {} : { year: year === null ? 'all' : String(year) }),
    ...(partyOrgId === undefined ? {} : { org: String(partyOrgId) }),
  }
}
