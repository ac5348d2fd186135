import { computed, type Ref, type WritableComputedRef } from 'vue'

/** The tick in the head of a list whose ticked rows are kept by key: set while all are, and sets or clears all. */
export function useAllTicked<Row>(rows: () => readonly Row[], keyOf: (row: Row) => string, ticked: Ref<string[]>): WritableComputedRef<boolean> {
  return computed({
    get: () => {
      const keys = new Set(ticked.value)
      return rows().length > 0 && rows().every((row) => keys.has(keyOf(row)))
    },
    set: (all) => (ticked.value = all ? rows().map(keyOf) : []),
  })
}
