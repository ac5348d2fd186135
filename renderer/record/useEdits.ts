import { ElMessage } from 'element-plus'
import { defineStore } from 'pinia'
import { computed, h, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Input, Output } from '../../shared/contract/index'
import type { RecordChange } from '../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { recallOperator, rememberOperator } from '../composables/operatorName'
import { reportFailure } from '../composables/reportFailure'
import { undoText } from '../text/importRun'
import { recordText } from '../text/record'
import { isSamePage, placeOf, type EditPlace } from './editPlace'
import { afterRedo, afterUndo, parseStacks, pushEdit, withoutEdit, type EditStacks, type MadeEdit } from './undoStack'

export type SavedEdit = Output<'record.save'>

/** Gets the operator's name. */
type Write = (operator: string) => Promise<SavedEdit>

/** What becomes of records that have gone on since an import. */
export type UndoChoice = Required<Pick<Input<'edit.undo'>, 'since' | 'except'>>

/** An import that is to be taken back, once a person has looked at what that does (UndoDialog). */
export interface AskedUndo {
  edit: MadeEdit
  /** Throws what the office refuses; the question then stays open. */
  perform(choice: UndoChoice): Promise<void>
  cancel(): void
}

const stacksKey = 'edits.stacks'
const text = recordText.edits

/** What was done in this window can no longer be taken back: another ledger took the place of the one it was done to. */
export function forgetEdits(): void {
  sessionStorage.removeItem(stacksKey)
}

/**
 * Every write to the records goes through here: it carries the operator's name and can be undone in this window.
 * Writes throw what the office refuses (`CallFailure`); undo and redo tell people themselves.
 */
export const useEdits = defineStore('edits', () => {
  const route = useRoute()
  const router = useRouter()
  const stacks = shallowRef<EditStacks>(parseStacks(sessionStorage.getItem(stacksKey)))
  const operator = ref('')
  const busy = ref(false)
  const recalled = recallOperator().then(
    (name) => (operator.value ||= name),
    reportFailure,
  )

  function keep(next: EditStacks): void {
    stacks.value = next
    sessionStorage.setItem(stacksKey, JSON.stringify(next))
  }

  async function setOperator(name: string): Promise<void> {
    operator.value = name.trim()
    await rememberOperator(operator.value)
  }

  const underWay = new Set<Promise<unknown>>()

  /** Makes undo wait for a write that is shown already and still on its way; else it would take back the one before. */
  function follow<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const done = (): void => void underWay.delete(work)
    work.then(done, done)
    return work
  }

  /**
   * Any write that answers with an edit: `label` is what undo says, `place` is where it was made when that is not the
   * page shown now.
   */
  function makeEdit(label: string, write: Write, place: EditPlace = placeOf(route)): Promise<SavedEdit> {
    return make({ label, place }, write)
  }

  /** An import: before it is taken back, people are shown what that would do. */
  function makeImport(label: string, write: Write): Promise<SavedEdit> {
    return make({ label, place: placeOf(route), asks: true }, write)
  }

  function make(edit: Omit<MadeEdit, 'editId'>, write: Write): Promise<SavedEdit> {
    return follow(
      recalled.then(async () => {
        const saved = await write(operator.value)
        if (saved.editId !== null) keep(pushEdit(stacks.value, { editId: saved.editId, ...edit }))
        return saved
      }),
    )
  }

  function saveRecords(changes: RecordChange[], label: string, place?: EditPlace): Promise<SavedEdit> {
    return makeEdit(label, (name) => call('record.save', { changes, label: label.slice(0, 100), operator: name }), place)
  }

  function removeRecords(kind: RecordKind, ids: number[]): Promise<SavedEdit> {
    const label = recordText.labels.remove(definitionOf(kind).label, ids.length)
    return makeEdit(label, (name) => call('record.remove', { kind, ids, operator: name }))
  }

  function restoreRecords(kind: RecordKind, ids: number[]): Promise<SavedEdit> {
    const label = recordText.labels.restore(definitionOf(kind).label, ids.length)
    return makeEdit(label, (name) => call('record.restore', { kind, ids, operator: name }))
  }

  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other, each after all writes before it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(() => Promise.allSettled(underWay)).then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  type After = (undoId: number | null) => EditStacks

  async function takeBack(edit: MadeEdit, after: After, said: string): Promise<boolean> {
    if (edit.asks) return ask(edit, after, said)
    busy.value = true
    try {
      const { editId } = await call('edit.undo', { editId: edit.editId, operator: operator.value })
      keep(after(editId))
      tell(said, edit.place)
      return true
    } catch (error) {
      tellRefusal(error, edit)
      return false
    } finally {
      busy.value = false
    }
  }

  const asked = shallowRef<AskedUndo>()

  /** Shows what the undo of an import would do, and lets a person decide; true when it was made. */
  function ask(edit: MadeEdit, after: After, said: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isDone: boolean): void => {
        asked.value = undefined
        resolve(isDone)
      }
      asked.value = {
        edit,
        async perform(choice) {
          const { editId, unfit } = await call('edit.undo', { editId: edit.editId, operator: operator.value, ...choice })
          keep(after(editId))
          tell(unfit.length > 0 ? `${said}，${undoText.partly(unfit.length)}` : said, edit.place)
          end(true)
        },
        cancel: () => end(false),
      }
    })
  }

  /** What changed on another page cannot be seen from here: the message says where, with the way there. */
  function tell(said: string, place: EditPlace | undefined): void {
    if (!place || place.page === '' || isSamePage(place.address, route.fullPath)) {
      ElMessage({ type: 'success', message: said })
      return
    }
    const { href } = router.resolve(place.address)
    const message = h('span', [text.elsewhere(said, place.page), h('a', { href, class: 'message-link' }, text.goThere(place.page))])
    ElMessage({ type: 'success', message, duration: 10_000, showClose: true })
  }

  /** What has been overtaken will stay so; anything else may work the next time. */
  function tellRefusal(error: unknown, edit: MadeEdit): void {
    const code = error instanceof CallFailure ? error.failure.code : undefined
    if (!(error instanceof CallFailure) || (code !== 'conflict' && code !== 'not-found')) {
      reportFailure(error)
      return
    }
    keep(withoutEdit(stacks.value, edit.editId))
    const name = String(error.failure.details.name ?? '')
    const message = code === 'conflict' ? text.overtaken(edit.label, name) : text.gone(edit.label)
    ElMessage({ type: 'warning', message, duration: 8000, showClose: true })
  }

  const nextUndo = computed(() => stacks.value.made.at(-1))
  const nextRedo = computed(() => stacks.value.undone.at(-1))

  function undo(): Promise<void> {
    return inTurn(async () => {
      const edit = nextUndo.value
      if (edit) await takeBack(edit, (undoId) => afterUndo(stacks.value, edit, undoId), text.undone(edit.label))
    })
  }

  function redo(): Promise<void> {
    return inTurn(async () => {
      const edit = nextRedo.value
      if (edit) await takeBack(edit, (redoId) => afterRedo(stacks.value, edit, redoId), text.redone(edit.label))
    })
  }

  function outOfTurn(edit: MadeEdit, undoId: number | null): EditStacks {
    const rest = withoutEdit(stacks.value, edit.editId)
    const asks = edit.asks ? { asks: true as const } : {}
    return undoId === null ? rest : pushEdit(rest, { editId: undoId, label: text.takingBack(edit.label), place: placeOf(route), ...asks })
  }

  /** Takes back an edit out of turn, as the log does; true when it was. That too can be undone. */
  function undoEdit(edit: MadeEdit): Promise<boolean> {
    return inTurn(() => takeBack(edit, (undoId) => outOfTurn(edit, undoId), text.undone(edit.label)))
  }

  return {
    operator, setOperator, busy, nextUndo, nextRedo, follow, makeEdit, makeImport, saveRecords, removeRecords, restoreRecords, undo, redo,
    undoEdit, asked,
  }
})
