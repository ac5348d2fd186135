import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Finding, RecordChange } from '../../shared/contract/record'
import type { FieldValue } from '../../shared/record/field'
import type { RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { onChanged } from '../api/changes'
import { reportFailure } from '../composables/reportFailure'
import { useOffice } from '../composables/useOffice'
import { recordText } from '../text/record'
import { openDrafts, type Draft } from './drafts'
import { entryFinding, rereadRefusal, type FieldEntry } from './fieldEntry'
import { conflictingId, findingsOfFailure } from './findings'
import { baseOfNew, baseOfRow, changedValues, entriesOf, mergePresent, typedFields, type Clash, type Entries, type FormBase } from './formState'
import { nameRefs } from './nameRefs'
import { ownDefinitionOf } from './ownDefinitionOf'
import { recordTitle } from './recordTitle'
import { useEdits } from './useEdits'

export type ShownFinding = Pick<Finding, 'level' | 'message'>

/** What came of a save: `saved` with the id, `same` when there was nothing to save. */
export type SaveOutcome = { done: 'saved'; id: number } | { done: 'same' | 'refused' | 'clash' }

export interface RecordForm {
  entries: Ref<Entries>
  /** What loading threw; the form shows it in its own place. */
  failed: ShallowRef<unknown>
  ready: Ref<boolean>
  busy: Ref<boolean>
  dirty: ComputedRef<boolean>
  offered: ShallowRef<Draft | undefined>
  clashes: ShallowRef<Clash[]>
  /** Findings about no field in particular. */
  general: ComputedRef<ShownFinding[]>
  findingsOf: (name: string) => ShownFinding[]
  set: (name: string, entry: FieldEntry) => void
  touch: (name: string) => void
  errorFields: () => string[]
  load: () => Promise<void>
  save: () => Promise<SaveOutcome>
  decide: (present: readonly string[]) => Promise<SaveOutcome>
  restoreDraft: () => void
  discardDraft: () => void
  /** A new form that keeps the values of some fields. */
  startNext: (keep: readonly string[]) => void
}

const checkPause = 350

/** A record being edited: what was typed, what the rules say of it, its draft and its way into the ledger. */
export function useRecordForm(
  kind: RecordKind,
  id: number | null,
  preset: Readonly<Record<string, FieldValue>>,
): RecordForm {
  const definition = ownDefinitionOf(kind)
  const office = useOffice()
  const edits = useEdits()
  const drafts = openDrafts(localStorage, `draft.${kind}.${id ?? 'new'}`, () => new Date().toISOString())
  const base = shallowRef<FormBase>(baseOfNew(preset, {}))
  const entries = ref<Entries>(entriesOf(definition, base.value))
  const touched = ref(new Set<string>())
  const attempted = ref(false)
  const checked = shallowRef<Finding[]>([])
  const failed = shallowRef<unknown>()
  const ready = ref(false)
  const busy = ref(false)
  const offered = shallowRef<Draft | undefined>(drafts.offered())
  const clashes = shallowRef<Clash[]>([])

  const typed = computed(() => typedFields(definition, base.value, entries.value))
  const dirty = computed(() => Object.keys(typed.value).length > 0)
  const today = computed(() => office.status?.today ?? '')

  function begin(next: FormBase): void {
    base.value = next
    entries.value = entriesOf(definition, next)
    touched.value = new Set()
    attempted.value = false
    checked.value = []
    ready.value = true
  }

  async function load(): Promise<void> {
    failed.value = undefined
    try {
      if (id === null) begin(baseOfNew(preset, await nameRefs(definition, preset)))
      else begin(baseOfRow(await call('record.get', { kind, id })))
    } catch (error) {
      failed.value = error
    }
  }

  if (id !== null) onScopeDispose(onChanged([kind], () => void (dirty.value || busy.value || load())))

  function change(): RecordChange {
    const { version } = base.value
    return { kind, id: id ?? -1, ...(version === undefined ? {} : { version }), values: changedValues(base.value, entries.value) as RecordChange['values'] }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  onScopeDispose(() => clearTimeout(timer))
  async function check(mine: number): Promise<void> {
    const { version: _seen, ...asked } = change()
    try {
      const [found = []] = await call('record.check', { changes: [asked] })
      if (mine === turn) checked.value = found
    } catch (error) {
      // What cannot be checked now is refused with its reason when it is saved.
      if (!(error instanceof CallFailure)) reportFailure(error)
    }
  }
  watch(typed, (fields) => {
    if (!ready.value) return
    drafts.keep(fields)
    clearTimeout(timer)
    const mine = ++turn
    if (Object.keys(fields).length === 0) checked.value = []
    else timer = setTimeout(() => void check(mine), checkPause)
  })

  function ownFinding(name: string): ShownFinding | null {
    const field = definition.fields[name]
    const entry = entries.value[name]
    return field && entry ? entryFinding(field, entry, today.value, base.value.values[name]) : null
  }

  function findingsOf(name: string): ShownFinding[] {
    const judged = attempted.value || touched.value.has(name)
    const own = ownFinding(name)
    const found = checked.value.filter(({ field }) => field === name)
    return [...(own ? [own] : []), ...found.filter(({ message }) => message !== own?.message)].filter(
      ({ level }) => judged || level !== 'error',
    )
  }

  function errorFields(): string[] {
    const isError = ({ level }: ShownFinding): boolean => level === 'error'
    return Object.keys(definition.fields).filter((name) => findingsOf(name).some(isError))
  }

  async function settle(error: unknown): Promise<SaveOutcome> {
    if (!(error instanceof CallFailure)) throw error
    if (error.failure.code === 'invalid' && error.failure.issues) {
      checked.value = [...findingsOfFailure(error.failure, Object.keys(definition.fields)).values()].flat()
      return { done: 'refused' }
    }
    if (id === null || conflictingId(error.failure) !== id) throw error
    const present = await call('record.get', { kind, id })
    // The same version: the conflict is about something else, such as a name that is taken.
    if (present.version === base.value.version) throw error
    const merged = mergePresent(definition, base.value, entries.value, present)
    base.value = merged.base
    entries.value = merged.entries
    clashes.value = merged.clashes
    return { done: 'clash' }
  }

  async function save(): Promise<SaveOutcome> {
    attempted.value = true
    if (Object.keys(definition.fields).some((name) => ownFinding(name)?.level === 'error')) return { done: 'refused' }
    const wanted = change()
    if (Object.keys(wanted.values).length === 0 && id !== null) return { done: 'same' }
    busy.value = true
    try {
      const { label } = definition
      const name = recordTitle(kind, { values: base.value.values as never, names: base.value.names })
      const { saved } = await edits.saveRecords([wanted], id === null ? recordText.labels.add(label) : recordText.labels.change(label, name))
      drafts.drop()
      const savedId = saved[0]?.id ?? id ?? 0
      if (id !== null) await load()
      return { done: 'saved', id: savedId }
    } catch (error) {
      return await settle(error)
    } finally {
      busy.value = false
    }
  }

  return {
    entries, failed, ready, busy, dirty, offered, clashes, findingsOf, errorFields, load, save,
    general: computed(() => checked.value.filter(({ field }) => field === null || !(field in definition.fields))),
    set(name, entry) {
      entries.value = { ...entries.value, [name]: entry }
    },
    touch: (name) => void touched.value.add(name),
    async decide(present) {
      for (const clash of clashes.value) if (present.includes(clash.field)) entries.value[clash.field] = clash.present
      clashes.value = []
      return await save()
    },
    restoreDraft() {
      for (const [name, { typed: content, value }] of Object.entries(offered.value?.fields ?? {})) {
        const field = definition.fields[name]
        if (!field) continue
        const entry: FieldEntry = { typed: content, value, refused: null }
        entries.value[name] = { ...entry, refused: rereadRefusal(field, entry) }
        touched.value.add(name)
      }
      drafts.dropOffered()
      offered.value = undefined
      drafts.keep(typed.value)
    },
    discardDraft() {
      drafts.dropOffered()
      offered.value = drafts.offered()
    },
    startNext(keep) {
      const kept = keep.filter((name) => entries.value[name] !== undefined)
      const values = Object.fromEntries(kept.map((name) => [name, entries.value[name]?.value ?? null]))
      const names = Object.fromEntries(kept.map((name) => [name, entries.value[name]?.typed ?? '']))
      begin(baseOfNew({ ...preset, ...values }, { ...base.value.names, ...names }))
    },
  }
}
