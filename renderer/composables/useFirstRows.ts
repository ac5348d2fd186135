import { computed, ref, toValue, watch, type ComputedRef, type MaybeRefOrGetter } from 'vue'

export interface FirstRows<Row> {
  shown: ComputedRef<readonly Row[]>
  /** Rows that are not shown yet. */
  rest: ComputedRef<number>
  more(): void
}

/** The first rows of a list too long to be drawn at once, and on demand as many again. */
export function useFirstRows<Row>(rows: MaybeRefOrGetter<readonly Row[]>, step = 200): FirstRows<Row> {
  const limit = ref(step)
  const shown = computed(() => toValue(rows).slice(0, limit.value))
  watch(
    () => toValue(rows).length,
    (length) => {
      if (length <= step) limit.value = step
    },
  )
  return {
    shown,
    rest: computed(() => toValue(rows).length - shown.value.length),
    more: () => (limit.value += step),
  }
}
