import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Field } from '../../shared/record/field'
import { reportFailure } from '../composables/reportFailure'
import { findOptions, isClosed, offersOptions, type FieldOption } from './fieldOptions'

export interface Suggestions {
  open: Ref<boolean>
  /** An answer is awaited. */
  looking: Ref<boolean>
  options: ShallowRef<FieldOption[]>
  /** Place of the option the keyboard is on; -1 for none. */
  active: Ref<number>
  /** Opens the list on what matches; `all` shows the whole list beside a value that is there already. */
  ask: (words: string, all?: boolean) => void
  close: () => void
  step: (by: 1 | -1) => void
  /** The option to be taken, after the last question has been answered. */
  chosen: () => Promise<FieldOption | undefined>
}

const pause = 120

/** The list beneath an input: asked while somebody types, walked with the arrow keys. */
export function useSuggestions(field: () => Field | undefined): Suggestions {
  const open = ref(false)
  const looking = ref(false)
  const options = shallowRef<FieldOption[]>([])
  const active = ref(-1)
  let turn = 0
  let answered: Promise<void> = Promise.resolve()

  async function find(of: Field, words: string, all: boolean, mine: number): Promise<void> {
    // A remote list is asked once the typing pauses.
    if (of.type === 'ref' && words !== '') await new Promise((resolve) => setTimeout(resolve, pause))
    if (mine !== turn) return
    try {
      const found = await findOptions(of, all ? '' : words)
      if (mine !== turn) return
      options.value = found
      const current = found.findIndex(({ label }) => label === words)
      active.value = current >= 0 ? current : isClosed(of) && words.trim() !== '' && found.length > 0 ? 0 : -1
    } catch (error) {
      reportFailure(error)
    } finally {
      if (mine === turn) looking.value = false
    }
  }

  return {
    open,
    looking,
    options,
    active,
    ask(words, all = false) {
      const of = field()
      if (!of || !offersOptions(of)) return
      open.value = true
      looking.value = true
      answered = find(of, words, all, ++turn)
    },
    close() {
      turn++
      open.value = false
      looking.value = false
      options.value = []
      active.value = -1
    },
    step(by) {
      const { length } = options.value
      if (length > 0) active.value = (active.value + by + length) % length
    },
    async chosen() {
      await answered
      return open.value ? options.value[active.value] : undefined
    },
  }
}
