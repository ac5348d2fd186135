import type { Services } from '../dispatch'
import { editRepository } from '../db/repositories/editRepository'
import { logEntries } from './logEntries'
import type { ServiceContext } from './serviceContext'
import { takesBack } from './undo/undoEdit'

/** Records of a line that are shown. */
const shownEntries = 500

/** The lines of the 操作日志. */
export function createEditService(context: ServiceContext): Pick<Services, 'edit.page' | 'edit.entries'> {
  const { gate } = context
  return {
    async 'edit.page'(query) {
      const { total, rows } = await gate.read((manager) => editRepository.page(manager, query))
      return {
        total,
        rows: rows.map((edit) => ({
          id: edit.id, at: edit.at, operator: edit.operator, action: edit.action, label: edit.label, records: edit.records,
          undone: edit.undoneById !== null, isUndo: takesBack(edit), canUndo: edit.id > 0, runId: edit.runId,
        })),
      }
    },

    async 'edit.entries'({ editId }) {
      const settings = await context.settings()
      return gate.read(async (manager) => (await logEntries(manager, editId, settings, shownEntries)).rows)
    },
  }
}
