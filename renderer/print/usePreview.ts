import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { PaperLayout, PrintedPdf, PrintedThing, PrintPlan } from '../../shared/contract/print'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { onProgress } from '../api/changes'
import { openPdf, type OpenPdf } from './openPdf'

/** Beyond so many rows a person is asked before the pages are laid out. */
const manyRows = 5000

export interface Sheet {
  width: number
  height: number
}

/** What a preview shows: a plan, then pages as a PDF, or HTML where nothing here can make one. */
export function usePreview(what: PrintedThing, hidesPhones: () => boolean) {
  const plan = shallowRef<PrintPlan>()
  const layout = ref<PaperLayout>()
  const pdf = shallowRef<Omit<PrintedPdf, 'bytes'> & { file: Blob; open: OpenPdf; size: Sheet }>()
  const page = shallowRef<{ job: string; html: string }>()
  const error = shallowRef<unknown>()
  const state = ref<'planning' | 'asking' | 'making' | 'cancelled' | 'shown' | 'failed'>('planning')
  const progress = ref(0)
  const isLong = computed(() => (plan.value?.rows ?? 0) > manyRows)
  let isGone = false
  let round = 0

  const stopListening = onProgress(({ task, done, total }) => {
    if (task === 'print.pdf' && total > 0) progress.value = Math.floor((100 * done) / total)
  })
  onScopeDispose(() => {
    isGone = true
    stopListening()
    pdf.value?.open.close()
    if (state.value === 'making') void call('task.cancel', { task: 'print.pdf' }).catch(() => undefined)
  })

  const question = () => ({ what, hidePhones: hidesPhones(), ...(layout.value ? { layout: { paper: layout.value.paper, landscape: layout.value.landscape } } : {}) })

  async function attempt(work: (isOld: () => boolean) => Promise<void>): Promise<void> {
    const mine = ++round
    const isOld = (): boolean => isGone || mine !== round
    error.value = undefined
    try {
      await work(isOld)
    } catch (thrown) {
      if (isOld()) return
      const isCancelled = thrown instanceof CallFailure && thrown.failure.code === 'cancelled'
      state.value = isCancelled ? 'cancelled' : 'failed'
      if (!isCancelled) error.value = thrown
    }
  }

  const begin = () =>
    attempt(async (isOld) => {
      state.value = 'planning'
      const found = await call('print.plan', question())
      if (isOld()) return
      const isKnown = plan.value !== undefined
      plan.value = found
      layout.value = found.layout
      if (found.rows > manyRows && !isKnown) state.value = 'asking'
      else await make()
    })

  const make = () =>
    attempt(async (isOld) => {
      state.value = 'making'
      progress.value = 0
      if (plan.value?.pdf === false) {
        const { job, html } = await call('print.html', question())
        if (isOld()) return
        page.value = { job, html }
      } else {
        const { bytes, ...made } = await call('print.pdf', question())
        if (isOld()) return
        const file = new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })
        const open = await openPdf(bytes)
        const first = (await open.document.getPage(1)).getViewport({ scale: 1 })
        if (isOld()) return open.close()
        pdf.value?.open.close()
        pdf.value = { ...made, file, open, size: { width: first.width, height: first.height } }
      }
      state.value = 'shown'
    })

  return {
    plan, layout, pdf, page, error, state, progress, isLong, begin, make,
    cancel: () => call('task.cancel', { task: 'print.pdf' }),
    /** What is printed, for a browser to print; from memory where it is shown anyway. */
    html: async () => page.value ?? (await call('print.html', question())),
  }
}
