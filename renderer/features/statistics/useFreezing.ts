import { ElMessage } from 'element-plus'
import { ref } from 'vue'
import { reportFailure } from '../../composables/reportFailure'
import { useEdits } from '../../record/useEdits'

/**
 * Freezes a period on behalf of an operator, whose name is remembered. `work` is given the name and answers what to say
 * of it; `done` is called when it went well.
 */
export function useFreezing(work: (operator: string) => Promise<string>, done: () => void) {
  const edits = useEdits()
  const operator = ref(edits.operator)
  const busy = ref(false)

  async function freeze(): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const name = operator.value.trim()
      const message = await work(name)
      await edits.setOperator(name)
      ElMessage({ type: 'success', message })
      done()
    } catch (thrown) {
      reportFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  return { operator, busy, freeze }
}
