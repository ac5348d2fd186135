import { ElMessage } from 'element-plus'
import { defineStore } from 'pinia'
import { computed, h, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Output } from '../../shared/contract/index'
import type { RecordChange } from '../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { recallOperator, rememberOperator } from '../composables/operatorName'
import { reportFailure } from '../composables/reportFailure'
import { recordText } from '../text/record'
import { isSamePage, placeOf, type EditPlace } from './editPlace'
import { afterRedo, afterUndo, parseStacks, pushEdit, withoutEdit, type EditStacks, type MadeEdit } from './undoStack'

export type SavedEdit = Output<'record.save'>

const stacksKey = 'edits.stacks'
const text = recordText.edits

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
   * Any write that answers with an edit: `write` gets the operator, `label` is what undo says, `place` is where it was
   * made when that is not the page shown now.
   */
  function makeEdit(label: string, write: (operator: string) => Promise<SavedEdit>, place: EditPlace = placeOf(route)): Promise<SavedEdit> {
    return follow(
      recalled.then(async () => {
        const saved = await write(operator.value)
        if (saved.editId !== null) keep(pushEdit(stacks.value, { editId: saved.editId, label, place }))
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

  async function takeBack(edit: MadeEdit, after: (undoId: number | null) => EditStacks, said: string): Promise<boolean> {
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

  /** Takes back an edit out of turn, as the log does; true when it was. That too can be undone. */
  function undoEdit(edit: MadeEdit): Promise<boolean> {
    const after = (undoId: number | null): EditStacks => {
      const rest = withoutEdit(stacks.value, edit.editId)
      return undoId === null ? rest : pushEdit(rest, { editId: undoId, label: text.takingBack(edit.label), place: placeOf(route) })
    }
    return inTurn(() => takeBack(edit, after, text.undone(edit.label)))
  }

  return {
    operator, setOperator, busy, nextUndo, nextRedo, follow, makeEdit, saveRecords, removeRecords, restoreRecords, undo, redo,
    undoEdit,
  }
})
