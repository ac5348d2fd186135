import { computed, ref, watch, type Ref } from 'vue'
import type { Input } from '../../../shared/contract/index'
import { useCall } from '../../composables/useCall'
import type { PlanScope } from './planScope'
import { ofPlan, ofRun, type RowSource } from './rowSource'

export const rowsPerPage = 50

type Asked = PlanScope & Pick<Input<'import.rows'>, 'action' | 'level' | 'conflicts'>

export type RowQuestion = Asked & ({ planId: string } | ({ runId: number } & Pick<Input<'run.rows'>, 'crossUnit'>))

/** The rows of a plan or run; `scope` and what is wanted of them come beside it. */
export function rowsOf(source: RowSource): { planId: string } | { runId: number } {
  return 'planId' in source ? { planId: source.planId } : { runId: source.runId }
}

/** One page of the rows of a plan or a run; asking something else starts at the first page. */
export function usePlannedRows(question: () => RowQuestion) {
  const page: Ref<number> = ref(1)
  watch(() => JSON.stringify(question()), () => (page.value = 1))
  const range = () => ({ offset: (page.value - 1) * rowsPerPage, limit: rowsPerPage })
  const planned = useCall('import.rows', () => {
    const asked = question()
    return 'planId' in asked ? { ...asked, ...range() } : undefined
  }, ['phone'])
  const written = useCall('run.rows', () => {
    const asked = question()
    return 'runId' in asked ? { ...writtenRows(asked), ...range() } : undefined
  }, ['phone'])
  const answer = computed(() => planned.value.value ?? written.value.value)
  const rows = computed(() => planned.value.value?.rows.map(ofPlan) ?? written.value.value?.rows.map(ofRun) ?? [])
  const total = computed(() => answer.value?.total ?? 0)
  const loaded = computed(() => answer.value !== undefined)
  const error = computed(() => planned.error.value ?? written.error.value)
  const reload = (): Promise<void> => ('planId' in question() ? planned : written).reload()
  return { page, rows, total, loaded, error, reload }
}

function writtenRows({ runId, fileId, form, action, level, crossUnit }: Extract<RowQuestion, { runId: number }>): Input<'run.rows'> {
  return { runId, batchId: fileId === undefined ? undefined : Number(fileId), form, action, level, crossUnit }
}
