import type { StatTable } from '../../../../shared/contract/statistics'
import type { TableQuestion } from '../../../../shared/domain/statistics/figureRef'
import { tableWorkbook } from '../../forms/tableWorkbook'
import { OfficeError } from '../../officeError'
import type { ServiceContext } from '../serviceContext'
import { askTable, type AskedTable } from '../statistics/askTable'
import { showTable } from '../statistics/showTable'
import { nameOfFile, type NamedWorkbook } from './namedWorkbook'

export async function askedTable(context: ServiceContext, question: TableQuestion): Promise<{ asked: AskedTable; table: StatTable }> {
  const settings = await context.settings()
  const asked = await context.gate.read((manager) => askTable(manager, question, { settings, today: context.ports.clock.today() }))
  return { asked, table: showTable(question.table, asked) }
}

/** Refuses with `invalid` (broken-table) a table that does not add up: it goes neither to a file nor to paper. */
export async function tableWorkbookOf(context: ServiceContext, question: TableQuestion): Promise<NamedWorkbook> {
  const { asked, table } = await askedTable(context, question)
  if (table.parts.some(({ broken }) => broken.length > 0)) throw new OfficeError('invalid', { reason: 'broken-table', name: table.table })
  const isComparison = table.table === 'comparison'
  const span = isComparison ? `${table.previous ?? ''}与${table.period ?? table.cutOff}` : (table.period ?? table.cutOff)
  const name = [...(isComparison ? [] : [table.table]), table.title, table.unitName, span].filter(Boolean).join('_')
  return {
    fileName: `${nameOfFile(name)}.xlsx`,
    spec: tableWorkbook({ table, sources: asked.parts, filledOn: context.ports.clock.today() }),
    rows: table.parts.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}
