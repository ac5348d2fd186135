import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Finding, RecordChange } from '../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { reportFailure } from '../composables/reportFailure'
import { useOffice } from '../composables/useOffice'
import { cellKey, findingsOf, linesOf, pastedOf, planLines, writesOf, type AddedLine, type LineFindings, type PastedRows, type PlannedLines, type Preset } from './addedRows'
import { lookUpNames } from './refNames'

export interface AddedRows {
  lines: Ref<AddedLine[]>
  /** Columns of the preview: the pasted ones, then those in which something is wrong. */
  fields: ComputedRef<string[]>
  /** What is said of a cell. */
  cellFinding: (id: number, field: string) => Pick<Finding, 'level' | 'message'> | undefined
  lineFindings: (id: number) => readonly Pick<Finding, 'level' | 'message'>[]
  isWrong: (id: number) => boolean
  /** Something was wrong with the cell: it is typed into here. */
  isOpen: (id: number, field: string) => boolean
  type: (id: number, field: string, typed: string) => void
  want: (id: number, wanted: boolean) => void
  /** Wanted lines, and those of them that are wrong. */
  count: ComputedRef<number>
  wrong: ComputedRef<number>
  checking: Ref<boolean>
  /** The new records, once everything typed has been checked and nothing is wrong; undefined otherwise. */
  changes: () => RecordChange[] | undefined
  check: () => Promise<void>
}

const pause = 350

/** Rows that are to be added: read, checked by the office and mended, before any of them is written. */
export function useAddedRows(kind: RecordKind, pasted: PastedRows, preset: Preset, kept: (rows: PastedRows) => void): AddedRows {
  const office = useOffice()
  const definition = definitionOf(kind)
  const lines = ref(linesOf(pasted))
  const found = shallowRef<LineFindings>({ cells: new Map(), lines: new Map(), wrong: new Set() })
  const opened = new Set<string>()
  const checking = ref(true)
  const planned = shallowRef<RecordChange[]>([])
  const extra = shallowRef<string[]>([])
  const fields = computed(() => [...pasted.fields, ...extra.value])
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function check(): Promise<void> {
    const mine = ++turn
    checking.value = true
    try {
      const refs = await lookUpNames(kind, writesOf(lines.value, preset))
      const plan = planLines(kind, lines.value, preset, office.status?.today ?? '', refs)
      const said = await ask(plan)
      if (mine !== turn) return
      found.value = findingsOf(kind, plan, said)
      planned.value = plan.changes
      show()
      checking.value = false
    } catch (error) {
      if (mine === turn) checking.value = false
      reportFailure(error)
    }
  }

  /** One line that breaks the rule of a field keeps the office from looking further: it is asked again about the others. */
  async function ask(plan: PlannedLines): Promise<Finding[][]> {
    const { changes, unreadable } = plan
    if (changes.length === 0) return []
    const said = await call('record.check', { changes })
    const isWrong = ({ id }: RecordChange, place: number): boolean =>
      said[place]?.some(({ level }) => level === 'error') === true || [...unreadable.keys()].some((key) => key.startsWith(`${id}:`))
    const fine = changes.filter((change, place) => !isWrong(change, place))
    if (fine.length === 0 || fine.length === changes.length) return said
    const further = await call('record.check', { changes: fine })
    return changes.map((change, place) => (fine.includes(change) ? (further[fine.indexOf(change)] ?? []) : (said[place] ?? [])))
  }

  /** What is wrong can be mended here, also in a field that was not pasted. */
  function show(): void {
    const wrong = [...found.value.cells].filter(([, { level }]) => level === 'error').map(([key]) => key)
    for (const key of wrong) opened.add(key)
    const names = new Set([...opened].map((key) => key.split(':')[1] ?? ''))
    extra.value = Object.keys(definition.fields).filter((name) => names.has(name) && !pasted.fields.includes(name))
  }

  watch(
    lines,
    () => {
      kept(pastedOf(fields.value, lines.value))
      checking.value = true
      clearTimeout(timer)
      timer = setTimeout(() => void check(), pause)
    },
    { deep: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  void check()

  const wanted = computed(() => lines.value.filter((line) => line.wanted))
  const wrong = computed(() => wanted.value.filter(({ id }) => found.value.wrong.has(id)).length)

  function line(id: number): AddedLine | undefined {
    return lines.value.find((one) => one.id === id)
  }

  return {
    lines, fields, checking, wrong, check,
    cellFinding: (id, field) => found.value.cells.get(cellKey(id, field)),
    lineFindings: (id) => found.value.lines.get(id) ?? [],
    isWrong: (id) => found.value.wrong.has(id),
    isOpen: (id, field) => opened.has(cellKey(id, field)),
    type(id, field, typed) {
      const one = line(id)
      if (one) one.typed[field] = typed
    },
    want(id, isWanted) {
      const one = line(id)
      if (one) one.wanted = isWanted
    },
    count: computed(() => wanted.value.length),
    changes: () => (checking.value || wrong.value > 0 || planned.value.length === 0 ? undefined : planned.value),
  }
}
