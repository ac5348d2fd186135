import type { RouteLocationRaw } from 'vue-router'
import { s1CountColumns } from '../../../shared/domain/s1'
import { writeFigureRef, type FigureRef } from '../../../shared/domain/statistics/figureRef'
import type { ListedKind } from '../../../shared/domain/statistics/statTable'
import { ledgerLink } from '../../composables/ledgerQuery'
import { writeRecordQuery } from '../../record/recordQuery'

const pages: Record<Exclude<ListedKind, 'enterprise'>, string> = {
  partyOrg: 'partyOrgs',
  liaison: 'liaisonPeople',
  assignment: 'assignments',
  visit: 'visits',
  fundEntry: 'funds',
}

/**
 * The ledger with the records behind a figure. S1 of a day goes by its own filter, which can be narrowed and kept as a
 * view; every other figure by where it stands.
 */
export function figureLink(opens: ListedKind, figure: FigureRef): RouteLocationRaw {
  const { table, asOf, row, column } = figure
  const isPlain = table === 'S1' && figure.periodId === undefined && figure.unitId === undefined && (figure.grouping ?? 'unit') === 'unit'
  const s1Column = isPlain ? s1CountColumns.find((known) => known === column) : undefined
  if (s1Column) return ledgerLink({ figure: s1Column, unitIds: row === 'total' ? undefined : [Number(row)] }, asOf)
  const countedIn = writeFigureRef(figure)
  if (opens === 'enterprise') return ledgerLink({ countedIn }, asOf)
  return { name: pages[opens], query: writeRecordQuery({ filter: { is: { countedIn: [countedIn] } }, open: undefined }) }
}
