import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { call } from '../../api/call'
import { CallFailure } from '../../api/callFailure'
import { onChanged } from '../../api/changes'
import { reportFailure } from '../../composables/reportFailure'
import { findingsOfFailure } from '../../record/findings'
import { useEdits } from '../../record/useEdits'
import { settingsText } from '../../text/settings'
import { keepDraft, keptDraft } from './draftStore'
import { fieldsOf, keptUnit, movedTo, unitChanges, unitFaults, unitLines, type KeptUnit, type UnitEdit, type UnitEdits, type UnitField } from './unitLines'

const draftName = 'units'
const nothing: UnitEdits = { edits: {}, seen: {}, order: null }

/** The units as they stand in the form; what was typed outlives the page, a refusal and a change by somebody else. */
export const useUnitDraft = defineStore('unit-draft', () => {
  const kept = shallowRef<KeptUnit[]>([])
  const loaded = shallowRef(false)
  const error = shallowRef<unknown>()
  const typed = shallowRef<UnitEdits>(readDraft(keptDraft(draftName)))
  /** What the office said of the last attempt, by unit. */
  const refused = shallowRef<ReadonlyMap<number, { field: UnitField; message: string }>>(new Map())
  watch(typed, (draft) => keepDraft(draftName, isNothing(draft) ? null : draft))

  async function load(): Promise<void> {
    try {
      const { rows } = await call('record.page', { kind: 'unit', limit: 5000 })
      kept.value = rows.map(keptUnit)
      loaded.value = true
      error.value = undefined
    } catch (thrown) {
      error.value = thrown
    }
  }
  void load()
  onChanged(['unit'], () => void load())

  const lines = computed(() => unitLines(kept.value, typed.value))
  const faults = computed(() => new Map([...refused.value, ...unitFaults(lines.value)]))
  const changes = computed(() => (loaded.value ? unitChanges(kept.value, lines.value, typed.value.edits) : []))
  const order = computed(() => lines.value.map(({ id }) => id))

  function type(id: number, edit: UnitEdit): void {
    const unit = kept.value.find((known) => known.id === id)
    const before = unit ? fieldsOf(unit) : {}
    const { edits, seen } = typed.value
    // What was seen first counts: later looks were already at the typed one.
    const seenNow = Object.fromEntries(Object.entries(before).filter(([field]) => field in edit))
    typed.value = {
      ...typed.value,
      edits: { ...edits, [id]: { ...edits[id], ...edit } },
      seen: { ...seen, [id]: { ...seenNow, ...seen[id] } },
    }
    const { [id]: _answered, ...rest } = Object.fromEntries(refused.value)
    refused.value = new Map(Object.entries(rest).map(([key, fault]) => [Number(key), fault]))
  }

  function move(id: number, place: number): void {
    typed.value = { ...typed.value, order: movedTo(order.value, id, place) }
  }

  /** Answers the id of the new line. */
  function add(): number {
    const id = Math.min(0, ...order.value) - 1
    typed.value = { ...typed.value, edits: { ...typed.value.edits, [id]: { name: '' } } }
    return id
  }

  /** Only a line that was never saved. */
  function remove(id: number): void {
    const { [id]: _removed, ...edits } = typed.value.edits
    typed.value = { ...typed.value, edits }
  }

  function dropAll(): void {
    typed.value = nothing
    refused.value = new Map()
  }

  /** Answers how many units were saved; null when the office refused, which then stands beside the lines. */
  async function save(): Promise<number | null> {
    const asked = changes.value
    try {
      await useEdits().saveRecords(asked, settingsText.units.label(asked.length))
      dropAll()
      await load()
      return asked.length
    } catch (thrown) {
      if (!(thrown instanceof CallFailure)) throw thrown
      if (thrown.failure.code === 'conflict') await load()
      const findings = findingsOfFailure(thrown.failure, ['name', 'kind', 'aliases', 'active', 'sortNo'])
      refused.value = new Map(
        [...findings].flatMap(([index, [finding]]) => {
          const id = asked[index]?.id
          return id === undefined || !finding ? [] : [[id, { field: fieldOf(finding.field), message: finding.message }] as const]
        }),
      )
      if (refused.value.size === 0) reportFailure(thrown)
      return null
    }
  }

  return { loaded, error, lines, faults, changes, load, type, move, add, remove, dropAll, save }
})

function fieldOf(field: string | null): UnitField {
  return field === 'aliases' || field === 'kind' || field === 'active' ? field : 'name'
}

function isNothing({ edits, order }: UnitEdits): boolean {
  return order === null && Object.keys(edits).length === 0
}

function readDraft(draft: unknown): UnitEdits {
  if (typeof draft !== 'object' || draft === null || !('edits' in draft) || !('seen' in draft) || !('order' in draft)) return nothing
  const { edits, seen, order } = draft
  const areSound = [edits, seen].every((part) => typeof part === 'object' && part !== null)
  if (!areSound) return nothing
  return { edits: { ...(edits as UnitEdits['edits']) }, seen: { ...(seen as UnitEdits['seen']) }, order: Array.isArray(order) ? order.map(Number) : null }
}
