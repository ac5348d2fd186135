import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Finding, RecordChange } from '../../shared/contract/record'
import type { FieldValue } from '../../shared/record/field'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { reportFailure } from '../composables/reportFailure'
import { useOffice } from '../composables/useOffice'
import type { ChangeField } from './changeFields'
import { openDrafts, type Draft } from './drafts'
import { entryFinding, entryOf, rereadRefusal, type FieldEntry } from './fieldEntry'
import { findingsOfFailure } from './findings'
import { nameRefs } from './nameRefs'
import type { SavedEdit } from './useEdits'
import type { ShownFinding } from './useRecordForm'

export type ChangeValues = Record<string, FieldValue>

export interface ChangePlan {
  changes: RecordChange[]
  /** Records whose rules are asked as well, though nothing of them is changed. */
  also?: RecordChange[]
}

export interface ChangeFormOptions {
  fields: readonly ChangeField[]
  /** Under which unsaved content is kept. */
  draftKey: () => string
  /** What the form begins with, by key. */
  preset: () => Readonly<ChangeValues>
  plan: (values: ChangeValues) => ChangePlan
  save: (changes: RecordChange[]) => Promise<SavedEdit>
  /** Names the record of a change in front of what is found about no field of the form. */
  nameOf?: (change: RecordChange) => string
}

export interface ChangeForm {
  fields: readonly ChangeField[]
  entries: Ref<Record<string, FieldEntry>>
  ready: Ref<boolean>
  busy: Ref<boolean>
  dirty: ComputedRef<boolean>
  offered: ShallowRef<Draft | undefined>
  values: ComputedRef<ChangeValues>
  general: ComputedRef<ShownFinding[]>
  findingsOf: (key: string) => ShownFinding[]
  set: (key: string, entry: FieldEntry) => void
  touch: (key: string) => void
  /** Keys with an error, in the order of the form. */
  errorKeys: () => string[]
  /** Empties the form for the next use. */
  begin: () => Promise<void>
  /** Null when it was refused; the reasons stand beside the fields then. */
  save: () => Promise<SavedEdit | null>
  restoreDraft: () => void
  discardDraft: () => void
}

const checkPause = 350

/**
 * Some fields that together change several records in one edit: what was typed, what the rules say of the change as a
 * whole, its draft. The findings about `kind.field` stand beside the field of that key.
 */
export function useChangeForm(options: ChangeFormOptions): ChangeForm {
  const { fields } = options
  const byKey = new Map(fields.map(({ key, field }) => [key, field]))
  const office = useOffice()
  const preset = shallowRef<Record<string, FieldEntry>>({})
  const entries = ref<Record<string, FieldEntry>>({})
  const touched = ref(new Set<string>())
  const attempted = ref(false)
  const found = shallowRef<{ key: string; name: string; finding: Finding }[]>([])
  const ready = ref(false)
  const busy = ref(false)
  const offered = shallowRef<Draft | undefined>()
  let drafts = openDrafts(localStorage, options.draftKey(), now)

  const values = computed((): ChangeValues => Object.fromEntries(fields.map(({ key }) => [key, entries.value[key]?.value ?? null])))
  const typed = computed((): Draft['fields'] =>
    Object.fromEntries(
      Object.entries(entries.value)
        .filter(([key, { typed: content }]) => content !== preset.value[key]?.typed)
        .map(([key, { typed: content, value }]) => [key, { typed: content, value }]),
    ),
  )
  const dirty = computed(() => Object.keys(typed.value).length > 0)

  async function begin(): Promise<void> {
    const start = options.preset()
    const names = await nameRefs({ label: '', title: [], order: { field: '', descending: false }, fields: Object.fromEntries(byKey) }, start)
    preset.value = Object.fromEntries(fields.map(({ key, field }) => [key, entryOf(field, start[key], names[key])]))
    entries.value = { ...preset.value }
    touched.value = new Set()
    attempted.value = false
    found.value = []
    drafts = openDrafts(localStorage, options.draftKey(), now)
    offered.value = drafts.offered()
    ready.value = true
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  onScopeDispose(() => clearTimeout(timer))
  async function check({ changes, also = [] }: ChangePlan, mine: number): Promise<void> {
    const asked = [...changes, ...also].map(({ version: _seen, ...change }) => change)
    if (asked.length === 0) return
    try {
      const findings = await call('record.check', { changes: asked })
      if (mine === turn) keepFindings(asked, (index) => findings[index] ?? [])
    } catch (error) {
      // What cannot be checked now is refused with its reason when it is saved.
      if (!(error instanceof CallFailure)) reportFailure(error)
    }
  }
  watch(
    () => (ready.value ? JSON.stringify(options.plan(values.value)) : ''),
    () => {
      clearTimeout(timer)
      const mine = ++turn
      if (ready.value) timer = setTimeout(() => void check(options.plan(values.value), mine), checkPause)
    },
  )
  watch(typed, (content) => {
    if (ready.value) drafts.keep(content)
  })

  function keepFindings(changes: readonly RecordChange[], findingsAt: (index: number) => readonly Finding[]): void {
    found.value = changes.flatMap((change, index) =>
      findingsAt(index).map((finding) => ({
        key: `${change.kind}.${finding.field ?? ''}`,
        name: options.nameOf?.(change) ?? '',
        finding,
      })),
    )
  }

  function ownFinding(key: string): ShownFinding | null {
    const field = byKey.get(key)
    const entry = entries.value[key]
    return field && entry ? entryFinding(field, entry, office.status?.today ?? '', options.preset()[key]) : null
  }

  function findingsOf(key: string): ShownFinding[] {
    const own = ownFinding(key)
    const others = found.value.filter((one) => one.key === key && one.finding.message !== own?.message).map(({ finding }) => finding)
    const judged = attempted.value || touched.value.has(key)
    return [...(own ? [own] : []), ...others].filter(({ level }) => judged || level !== 'error')
  }

  function errorKeys(): string[] {
    return fields.map(({ key }) => key).filter((key) => findingsOf(key).some(({ level }) => level === 'error'))
  }

  async function save(): Promise<SavedEdit | null> {
    attempted.value = true
    if (fields.some(({ key }) => ownFinding(key)?.level === 'error')) return null
    const { changes } = options.plan(values.value)
    busy.value = true
    try {
      const saved = await options.save(changes)
      drafts.drop()
      ready.value = false
      return saved
    } catch (error) {
      if (!(error instanceof CallFailure) || error.failure.code !== 'invalid' || !error.failure.issues) throw error
      const refusals = [...changes.keys()].map((index) => {
        const names = Object.keys(changes[index]?.values ?? {})
        return findingsOfFailure(error.failure, [...names, ...fields.map(({ key }) => key.split('.')[1] ?? '')]).get(index) ?? []
      })
      keepFindings(changes, (index) => refusals[index] ?? [])
      return null
    } finally {
      busy.value = false
    }
  }

  return {
    fields, entries, ready, busy, dirty, offered, values, findingsOf, errorKeys, begin, save,
    general: computed(() =>
      found.value
        .filter(({ key }) => !byKey.has(key))
        .map(({ name, finding: { level, message } }) => ({ level, message: name === '' ? message : `${name}：${message}` })),
    ),
    set(key, entry) {
      entries.value = { ...entries.value, [key]: entry }
    },
    touch: (key) => void touched.value.add(key),
    restoreDraft() {
      for (const [key, { typed: content, value }] of Object.entries(offered.value?.fields ?? {})) {
        const field = byKey.get(key)
        if (!field) continue
        const entry: FieldEntry = { typed: content, value, refused: null }
        entries.value[key] = { ...entry, refused: rereadRefusal(field, entry) }
        touched.value.add(key)
      }
      drafts.dropOffered()
      offered.value = undefined
      drafts.keep(typed.value)
    },
    discardDraft() {
      drafts.dropOffered()
      offered.value = drafts.offered()
    },
  }
}

function now(): string {
  return new Date().toISOString()
}
