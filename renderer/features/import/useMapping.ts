import { computed, ref, shallowRef } from 'vue'
import type { FileReading, SheetReading } from '../../../shared/contract/fileReading'
import type { SheetColumn, TakenForm } from '../../../shared/contract/mapping'
import { call } from '../../api/call'
import { useCall } from '../../composables/useCall'
import { answersOf, chooseField, type ColumnChoices } from './columnChoices'
import { openColumns } from './openColumns'

/** What a person looks at and chooses in 核对列, one table of a file at a time. */
export function useMapping(reading: FileReading) {
  const at = ref(Math.max(0, reading.sheets.findIndex((sheet) => openColumns(sheet).length > 0)))
  /** The header row a person pointed at. */
  const row = ref<number>()
  /** Chosen by hand; null: the table is not imported. */
  const form = ref<TakenForm | null>()
  const choices = shallowRef<ColumnChoices>(new Map())

  const sheet = computed((): SheetReading | undefined => reading.sheets[at.value])
  const { value: look, error, reload } = useCall('mapping.look', () => {
    const named = form.value ?? sheet.value?.form ?? undefined
    return {
      fileId: reading.fileId,
      sheet: sheet.value?.name ?? '',
      ...(row.value === undefined ? fingerprintOf(sheet.value) : { row: row.value }),
      ...(named !== undefined && (row.value === undefined || form.value) ? { form: named } : {}),
    }
  })
  /** As it is read, until the table or its form is another than the one that was read. */
  const isAsRead = computed(() => row.value === undefined && (form.value === undefined || form.value === sheet.value?.form))
  const columns = computed((): readonly SheetColumn[] => (isAsRead.value && sheet.value?.form ? sheet.value.columns : (look.value?.table?.columns ?? [])))
  const chosenForm = computed((): TakenForm | null | undefined => {
    if (form.value !== undefined) return form.value
    if (row.value !== undefined) return look.value?.table?.form ?? undefined
    return sheet.value?.form ?? (sheet.value?.remembered ? null : undefined)
  })
  const fingerprint = computed(() => (isAsRead.value ? sheet.value?.fingerprint : undefined) ?? look.value?.table?.fingerprint)

  function open(index: number): void {
    at.value = index
    row.value = undefined
    choose(undefined)
  }

  function point(to: number): void {
    row.value = to
    choose(undefined)
  }

  function choose(chosen: TakenForm | null | undefined): void {
    form.value = chosen
    choices.value = new Map()
  }

  function give(position: number, field: string | null): void {
    choices.value = chooseField(columns.value, choices.value, position, field)
  }

  /** Remembers what is shown; answers the fingerprint of the header it was said of. */
  async function save(): Promise<string | undefined> {
    const chosen = chosenForm.value
    if (chosen === undefined || fingerprint.value === undefined) return undefined
    await call('mapping.answer', {
      fileId: reading.fileId,
      sheet: sheet.value?.name ?? '',
      fingerprint: fingerprint.value,
      form: chosen,
      columns: chosen === null ? [] : answersOf(columns.value, choices.value),
      ...(row.value === undefined ? {} : { row: row.value }),
    })
    return fingerprint.value
  }

  return { at, row, sheet, look, error, reload, columns, choices, chosenForm, fingerprint, open, point, choose, give, save }
}

function fingerprintOf(sheet: SheetReading | undefined): { fingerprint?: string } {
  return sheet?.fingerprint ? { fingerprint: sheet.fingerprint } : {}
}
