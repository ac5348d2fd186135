import { ElMessage } from 'element-plus'
import { ref, type Ref } from 'vue'
import type { WorkbookFile } from '../../shared/contract/statistics'
import { reportFailure } from './reportFailure'
import { saveFile } from './saveFile'

/** Asks for a workbook and saves it; `said` tells what it became. */
export function useExport(
  ask: () => Promise<WorkbookFile & { rows: number }>,
  said: (fileName: string, rows: number) => string,
): { exporting: Ref<boolean>; exportShown: () => Promise<void> } {
  const exporting = ref(false)
  return {
    exporting,
    async exportShown() {
      exporting.value = true
      try {
        const workbook = await ask()
        saveFile(workbook)
        ElMessage({ type: 'success', message: said(workbook.fileName, workbook.rows) })
      } catch (error) {
        reportFailure(error)
      } finally {
        exporting.value = false
      }
    },
  }
}
