import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { isCalendarDate } from '../../../shared/domain/calendarDate'
import type { TableQuestion } from '../../../shared/domain/statistics/figureRef'
import { groupings, tableIds } from '../../../shared/domain/statistics/statTable'
import { statTables } from '../../../shared/domain/statistics/statTables'

/** The table asked for lives in the address, so that coming back from a list finds the same one. */
export function readTableQuery(query: LocationQuery): TableQuestion {
  const table = tableIds.find((id) => id === query['table']) ?? 'S1'
  const date = (name: string): string | undefined => {
    const text = String(query[name] ?? '')
    return isCalendarDate(text) ? text : undefined
  }
  const id = (name: string): number | undefined => (/^[1-9]\d{0,9}$/.test(String(query[name] ?? '')) ? Number(query[name]) : undefined)
  const grouping = groupings.find((by) => by === query['by'] && (by === 'unit' || statTables[table].groupings.includes(by)))
  return {
    table,
    ...(date('asOf') === undefined || id('period') !== undefined ? {} : { asOf: date('asOf') }),
    ...(date('from') === undefined || !statTables[table].spans || id('period') !== undefined ? {} : { from: date('from') }),
    ...(id('period') === undefined ? {} : { periodId: id('period') }),
    ...(grouping === undefined ? {} : { grouping }),
    ...(id('unit') === undefined ? {} : { unitId: id('unit') }),
  }
}

export function writeTableQuery({ table, asOf, from, periodId, grouping, unitId }: TableQuestion): LocationQueryRaw {
  return {
    ...(table === 'S1' ? {} : { table }),
    ...(asOf ? { asOf } : {}),
    ...(from ? { from } : {}),
    ...(periodId ? { period: String(periodId) } : {}),
    ...(grouping ? { by: grouping } : {}),
    ...(unitId ? { unit: String(unitId) } : {}),
  }
}
