import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { isStaleProposal } from './isStaleProposal'

export interface ProposalChoice<Item> {
  /** Keys of what is ticked. */
  chosen: Ref<string[]>
  /** What the dialog asks about; it stays while the dialog closes, when the proposal no longer holds it. */
  accepted: ShallowRef<readonly Item[]>
  dialogOpen: Ref<boolean>
  among(keys: readonly string[]): Item[]
  /** Opens the dialog on these; what is ticked without. */
  accept(keys?: readonly string[]): void
  /** Runs what writes the accepted; a proposal that is stale is asked for anew, and the dialog holds what still is proposed. */
  write(work: () => Promise<void>): Promise<void>
}

/** What a person takes of a proposal. One made anew keeps what is ticked as far as it proposes the same. */
export function useProposalChoice<Item>(items: () => readonly Item[], keyOf: (item: Item) => string, reload: () => Promise<void>): ProposalChoice<Item> {
  const chosen = ref<string[]>([])
  const accepted = shallowRef<readonly Item[]>([])
  const dialogOpen = ref(false)

  watch(items, (now) => {
    const keys = new Set(now.map(keyOf))
    chosen.value = chosen.value.filter((key) => keys.has(key))
  })

  function among(keys: readonly string[]): Item[] {
    const wanted = new Set(keys)
    return items().filter((item) => wanted.has(keyOf(item)))
  }

  return {
    chosen,
    accepted,
    dialogOpen,
    among,
    accept(keys = chosen.value) {
      accepted.value = among(keys)
      dialogOpen.value = true
    },
    async write(work) {
      try {
        await work()
      } catch (thrown) {
        if (isStaleProposal(thrown)) {
          await reload()
          accepted.value = among(accepted.value.map(keyOf))
        }
        throw thrown
      }
    },
  }
}
