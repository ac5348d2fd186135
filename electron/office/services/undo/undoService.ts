import type { Services } from '../../dispatch'
import type { EntityManager } from '../../db/gate'
import { editRepository, type EditRecord } from '../../db/repositories/editRepository'
import { OfficeError } from '../../officeError'
import { rolledBack } from '../rolledBack'
import type { ServiceContext } from '../serviceContext'
import type { Task } from '../taskBoard'
import { describeUndo, nameUnfit } from './describeUndo'
import { undoEdit, type UndoChoice, type Undone } from './undoEdit'

/** Taking edits back, and what that would do. */
export function createUndoService(context: ServiceContext): Pick<Services, 'edit.undo' | 'edit.undoPreview'> {
  const { gate, tasks, ports } = context

  /** Undoes inside the caller's write; `choice` is asked of nobody any more. */
  async function perform(manager: EntityManager, edit: EditRecord, choice: UndoChoice, operator: string, task: Task): Promise<Undone> {
    const { clock } = ports
    const settings = await context.settings()
    return undoEdit(manager, edit, choice, { at: clock.now(), today: clock.today(), settings, operator, progress: task.progress })
  }

  return {
    async 'edit.undo'({ editId, operator, since, except }) {
      const { undone, unfit, edit } = await tasks.run('edit.undo', 0, (task) =>
        gate.write(async (manager) => {
          const found = await undoable(manager, editId)
          if (found.runId !== null) await context.backups.before('undo')
          const done = await perform(manager, found, { since, except }, operator, task)
          return { undone: done, unfit: await nameUnfit(manager, done.unfit, await context.settings()), edit: found }
        }),
      )
      const kinds = new Set([...undone.touched.map(({ kind }) => kind), ...undone.left.keys(), ...undone.returned.keys()])
      context.changed([...kinds, ...(edit.runId === null ? [] : (['import'] as const))])
      return { editId: undone.editId, saved: undone.touched.map(({ kind, id, version }) => ({ kind, id, version })), unfit }
    },

    async 'edit.undoPreview'({ editId, offset, limit }) {
      return tasks.run('edit.undo', 0, (task) =>
        rolledBack(gate, async (manager) => {
          const edit = await undoable(manager, editId)
          const undone = await perform(manager, edit, { since: 'back', except: [] }, '', task)
          return describeUndo(manager, edit, undone, { offset, limit, wording: await context.settings() })
        }),
      )
    },
  }
}

async function undoable(manager: EntityManager, editId: number): Promise<EditRecord> {
  const edit = await editRepository.find(manager, editId)
  if (!edit) throw new OfficeError('not-found', { kind: 'edit', id: editId })
  if (edit.undoneById !== null) throw new OfficeError('conflict', { name: edit.label, reason: 'undone' })
  return edit
}
