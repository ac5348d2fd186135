import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Area } from '../../shared/contract/events'
import type { CallName, Input, Output } from '../../shared/contract/index'
import { call } from '../api/call'
import { onChanged } from '../api/changes'

export interface CallState<N extends CallName> {
  /** The last answer; kept while a newer one is on its way, so that nothing flickers. */
  value: ShallowRef<Output<N> | undefined>
  /** What the last attempt threw; undefined after a success. */
  error: ShallowRef<unknown>
  /** True only once an answer has been awaited long enough to be worth a sign. */
  slow: Ref<boolean>
  reload: () => Promise<void>
}

const slowAfter = 300

/** Keeps the answer of a `read` call: asks at once, when `input` changes and when one of `areas` was written. */
export function useCall<N extends CallName>(
  name: N,
  input: () => Input<N> | undefined,
  areas: readonly Area[] = [],
): CallState<N> {
  const value = shallowRef<Output<N>>()
  const error = shallowRef<unknown>()
  const slow = ref(false)
  let newest = 0

  async function load(question: Input<N> | undefined): Promise<void> {
    const turn = ++newest
    if (question === undefined) return
    const timer = setTimeout(() => (slow.value = true), slowAfter)
    try {
      const answer = await call(name, question)
      if (turn !== newest) return
      value.value = answer
      error.value = undefined
    } catch (thrown) {
      if (turn === newest) error.value = thrown
    } finally {
      clearTimeout(timer)
      if (turn === newest) slow.value = false
    }
  }

  watch(
    () => JSON.stringify(input()),
    () => void load(input()),
    { immediate: true },
  )
  const reload = (): Promise<void> => load(input())
  // Telephones that are shown, or hidden again, may stand in any answer.
  if (areas.length > 0) onScopeDispose(onChanged([...areas, 'phone'], () => void reload()))
  return { value, error, slow, reload }
}
