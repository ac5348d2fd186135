import { computed, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { BegunField } from './formState'

export interface NewForm {
  /** What was typed into the blank line of the sheet, for the form that goes on with it. */
  begun: ShallowRef<BegunField | undefined>
  /** Another one each time: what stood in a form that was open is kept as its draft. */
  key: ComputedRef<string>
  begin: (field: BegunField | undefined) => void
}

/** The form of a new record beside its sheet. */
export function useNewForm(): NewForm {
  const begun = shallowRef<BegunField>()
  const turn = ref(0)
  return {
    begun,
    key: computed(() => `new-${turn.value}`),
    begin(field) {
      begun.value = field
      turn.value++
    },
  }
}
