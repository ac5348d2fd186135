import { nextTick, onMounted, ref, watch, type Ref } from 'vue'
import { isPhoneMask } from '../../shared/domain/phoneMask'
import type { Field, FieldValue } from '../../shared/record/field'
import { belongsToInputMethod } from '../composables/imeSafeInput'
import type { FieldOption } from './fieldOptions'
import { sheetAction, type SheetAction } from './sheetKeys'
import { undoHereAttribute } from './undoKeys'
import { useSuggestions, type Suggestions } from './useSuggestions'

/** The text box over the active cell, as its sheet uses it. */
export interface CellBox {
  /** Begins with a content; `listAll` drops the whole list of choices. */
  open: (content: string, listAll: boolean) => void
  close: () => void
  isEditing: () => boolean
  /** `then` is undefined when the focus goes elsewhere. */
  commit: (then: SheetAction | undefined) => Promise<void>
  focus: () => void
}

export interface CellTyping extends CellBox {
  editing: Ref<boolean>
  composing: Ref<boolean>
  suggestions: Suggestions
  typed: () => void
  pick: (option: FieldOption) => void
  keydown: (event: KeyboardEvent) => void
  blurred: () => void
}

/** Typing into the active cell: how it begins and ends, with which keys, and what an input method keeps to itself. */
export function useCellTyping(
  box: Ref<HTMLTextAreaElement | undefined>,
  cell: {
    field: () => Field | undefined
    editable: () => boolean
    /** F2 is the sheet's, which opens the record of the cell. */
    recordOnF2: () => boolean
    pageRows: () => number
    startText: () => string
  },
  told: {
    act: (action: SheetAction) => void
    commit: (typed: string, value: FieldValue | undefined, then: SheetAction | undefined) => void
    typing: (typed: string | null) => void
    locked: () => void
    focused: (isFocused: boolean) => void
  },
): CellTyping {
  const editing = ref(false)
  const composing = ref(false)
  const suggestions = useSuggestions(cell.field)
  /** Begun by typing: then the arrow keys leave the cell, as in a spreadsheet. */
  let typedInto = false
  let leaving = false
  /** On its way to be saved: what is typed after it belongs to the next cell. */
  let committed: string | undefined

  const content = (): string => box.value?.value ?? ''

  function begin(byTyping: boolean): void {
    if (editing.value) return
    editing.value = true
    typedInto = byTyping
  }

  function open(start: string, listAll: boolean): void {
    if (!cell.editable() || !box.value) {
      told.locked()
      return
    }
    begin(false)
    box.value.value = start
    box.value.focus()
    // A hidden telephone is no text to go on with: what is typed takes its place.
    const isHidden = cell.field()?.type === 'phone' && isPhoneMask(start)
    box.value.setSelectionRange(isHidden ? 0 : start.length, start.length)
    told.typing(start)
    if (listAll) suggestions.ask(start, true)
  }

  function close(): void {
    editing.value = false
    suggestions.close()
    told.typing(null)
    if (!box.value) return
    const rest = committed !== undefined && content().startsWith(committed) ? content().slice(committed.length) : ''
    committed = undefined
    box.value.value = rest
    if (rest !== '') void nextTick(typed)
  }

  function typed(): void {
    if (!cell.editable()) {
      if (box.value) box.value.value = ''
      told.locked()
      return
    }
    begin(true)
    told.typing(content())
    if (!composing.value) suggestions.ask(content())
  }

  /** The option on the list is asked for first: its answer may still be on the way. */
  async function commit(then: SheetAction | undefined): Promise<void> {
    const words = content()
    committed = words
    const option = then === undefined ? undefined : await suggestions.chosen()
    if (!editing.value) return
    if (option) told.commit(option.label, option.value, then)
    else told.commit(words, undefined, then)
  }

  function insertLine(): void {
    if (!box.value) return
    const { value, selectionStart, selectionEnd } = box.value
    box.value.value = `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`
    box.value.setSelectionRange(selectionStart + 1, selectionStart + 1)
  }

  function leaves(action: SheetAction | undefined): boolean {
    if (action?.does === 'enter' || action?.does === 'tab') return true
    return typedInto && action?.does === 'step' && !action.step.extend && !action.step.far
  }

  function keyWhileEditing(event: KeyboardEvent): void {
    if (belongsToInputMethod(event)) return
    const field = cell.field()
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (arrow !== undefined && event.altKey && !suggestions.open.value) suggestions.ask(content(), true)
    else if (arrow !== undefined && suggestions.open.value) suggestions.step(arrow)
    else if (event.key === 'Escape') {
      committed = undefined
      close()
    } else if (event.key === 'Enter' && event.altKey && field?.type === 'text' && field.multiline) insertLine()
    else {
      const action = sheetAction(event, cell.pageRows())
      if (!leaves(action)) return
      void commit(action)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function keydown(event: KeyboardEvent): void {
    if (editing.value) {
      keyWhileEditing(event)
      return
    }
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      open(cell.startText(), true)
      return
    }
    const action = sheetAction(event, cell.pageRows())
    if (!action) return
    // After Esc the next Tab leaves the sheet: nobody is caught in it.
    if (action.does === 'tab' && leaving) return
    leaving = action.does === 'leave'
    if (leaving) return
    event.preventDefault()
    if (action.does !== 'edit') told.act(action)
    else if (action.blank) open('', false)
    else if (cell.recordOnF2()) told.act({ does: 'open' })
    else open(cell.startText(), false)
  }

  watch(editing, (isEditing) => box.value?.toggleAttribute(undoHereAttribute, !isEditing))
  onMounted(() => box.value?.setAttribute(undoHereAttribute, ''))

  return {
    editing, composing, suggestions, open, close, commit, typed, keydown,
    isEditing: () => editing.value,
    focus: () => box.value?.focus({ preventScroll: true }),
    pick(option) {
      committed = content()
      told.commit(option.label, option.value, { does: 'enter', up: false })
    },
    blurred() {
      leaving = false
      told.focused(false)
      if (editing.value) void commit(undefined)
    },
  }
}
