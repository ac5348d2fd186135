import { computed, ref, watch, type Ref } from 'vue'
import type { ImportAction } from '../../../shared/contract/import'
import type { ProblemLevel } from '../../../shared/contract/problem'
import { useCall } from '../../composables/useCall'

export const rowsPerPage = 50

export interface RowQuestion {
  planId: string
  fileId?: string
  form?: string
  action?: ImportAction
  level?: ProblemLevel
  conflicts?: true
}

/** One page of a plan's rows; asking something else starts at the first page. */
export function usePlannedRows(question: () => RowQuestion) {
  const page: Ref<number> = ref(1)
  watch(() => JSON.stringify(question()), () => (page.value = 1))
  const { value, error, slow, reload } = useCall('import.rows', () => ({
    ...question(),
    offset: (page.value - 1) * rowsPerPage,
    limit: rowsPerPage,
  }))
  const rows = computed(() => value.value?.rows ?? [])
  const total = computed(() => value.value?.total ?? 0)
  const loaded = computed(() => value.value !== undefined)
  return { page, rows, total, loaded, error, slow, reload }
}
