import type { ParsedInput } from '../../../shared/contract/index'
import type { Services } from '../dispatch'
import type { CellSpec } from '../excel/workbookSpec'
import { listWorkbook } from '../forms/listWorkbook'
import { bodyLooks } from '../forms/looks'
import type { ServiceContext } from './serviceContext'
import { nameOfFile, writeFileOf, type NamedWorkbook } from './workbooks/namedWorkbook'

type FigureScene = Pick<ServiceContext, 'ports'>

/** Tables of figures as people see them, for Excel. */
export function createFigureService(context: FigureScene): Pick<Services, 'figure.export'> {
  return {
    'figure.export': async (question) => writeFileOf(figureWorkbookOf(context, question)),
  }
}

export function figureWorkbookOf({ ports }: FigureScene, { title, headers, rows }: ParsedInput<'figure.export'>): NamedWorkbook {
  const spec = listWorkbook({ title, headers, rows: rows.map((cells) => cells.map(cellOf)) })
  return { fileName: `${nameOfFile(title)}_${ports.clock.today()}.xlsx`, spec, rows: rows.length }
}

function cellOf(value: string | number | null): CellSpec {
  return { value, look: typeof value === 'string' ? bodyLooks.text : bodyLooks.word }
}
