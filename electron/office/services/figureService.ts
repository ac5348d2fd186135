import type { Services } from '../dispatch'
import type { CellSpec } from '../excel/workbookSpec'
import { writeWorkbook } from '../excel/writeWorkbook'
import { listWorkbook } from '../forms/listWorkbook'
import { bodyLooks } from '../forms/looks'
import type { ServiceContext } from './serviceContext'

/** Tables of figures as people see them, for Excel. */
export function createFigureService({ ports }: Pick<ServiceContext, 'ports'>): Pick<Services, 'figure.export'> {
  return {
    async 'figure.export'({ title, headers, rows }) {
      const spec = listWorkbook({ title, headers, rows: rows.map((cells) => cells.map(cellOf)) })
      const name = title.replace(/[*?:\\/"<>|]/g, ' ')
      return { fileName: `${name}_${ports.clock.today()}.xlsx`, bytes: await writeWorkbook(spec) }
    },
  }
}

function cellOf(value: string | number | null): CellSpec {
  return { value, look: typeof value === 'string' ? bodyLooks.text : bodyLooks.word }
}
