import { ElMessage } from 'element-plus'
import { ref, type Ref } from 'vue'
import type { Input } from '../../../shared/contract/index'
import { call } from '../../api/call'
import { reportFailure } from '../../composables/reportFailure'
import { saveFile } from '../../composables/saveFile'
import { statisticsText } from '../../text/statistics'

/** Saves a table as a workbook. */
export function useTableExport(question: () => Input<'statistics.exportTable'>): { saving: Ref<boolean>; save: () => Promise<void> } {
  const saving = ref(false)
  async function save(): Promise<void> {
    saving.value = true
    try {
      const workbook = await call('statistics.exportTable', question())
      saveFile(workbook)
      ElMessage({ type: 'success', message: statisticsText.exported(workbook.fileName) })
    } catch (thrown) {
      reportFailure(thrown)
    } finally {
      saving.value = false
    }
  }
  return { saving, save }
}
