import { ElMessage } from 'element-plus'
import { ref, type Ref } from 'vue'
import { call } from '../../api/call'
import { reportFailure } from '../../composables/reportFailure'
import { useEdits } from '../../record/useEdits'
import { enterpriseText } from '../../text/enterprise'

export interface Named {
  id: number
  name: string
}

/** Says of two suspected enterprises that they are not one, and takes it back; both answer whether it was done. */
export function useTellApart(): {
  busy: Ref<boolean>
  tellApart: (one: Named, other: Named) => Promise<boolean>
  suspectAgain: (distinctionId: number) => Promise<boolean>
} {
  const text = enterpriseText.merge.apart
  const edits = useEdits()
  const busy = ref(false)

  async function attempt(write: () => Promise<unknown>, said: string): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await write()
      ElMessage({ type: 'success', message: said })
      return true
    } catch (error) {
      reportFailure(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    busy,
    tellApart: (one, other) =>
      attempt(
        () => edits.makeEdit(text.label(one.name, other.name), (operator) => call('enterprise.tellApart', { oneId: one.id, otherId: other.id, operator })),
        text.done(one.name, other.name),
      ),
    suspectAgain: (distinctionId) => attempt(() => edits.removeRecords('distinction', [distinctionId]), text.undone),
  }
}
