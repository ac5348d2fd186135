import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import {
  sameSetting,
  settingGroups,
  withChanges,
  type OfficeSettings,
  type SettingChanges,
} from '../../../shared/domain/officeSettings'
import { shownSetting } from '../../../shared/domain/settingFields'
import { checkSettings } from '../../../shared/domain/settingRules'
import { call } from '../../api/call'
import { useSettings } from '../../composables/useSettings'
import { keptDraft, keepDraft } from './draftStore'
import { placesOf, type SettingPlace } from './settingSections'
import { readTyped, typedOf, type Typed } from './typedSetting'

/** What a person made of one setting, and the value it had when they began. */
interface EditedSetting {
  typed: Typed
  seen: unknown
}
type Edits = Readonly<Record<string, EditedSetting>>

const draftName = 'settings'
const places = settingGroups.flatMap(placesOf)

/** The settings as they stand in the form. What was typed outlives the page, a refusal and a change by somebody else. */
export const useSettingDraft = defineStore('setting-draft', () => {
  const store = useSettings()
  const edits = shallowRef<Edits>(readEdits(keptDraft(draftName)))
  watch(edits, (kept) => keepDraft(draftName, Object.keys(kept).length > 0 ? kept : null))

  const savedValue = ({ group, name }: SettingPlace): unknown => valueIn(store.settings, group, name)
  const typedValue = (place: SettingPlace): Typed => edits.value[place.path]?.typed ?? typedOf(place.field, savedValue(place))

  /** Settings whose meaning differs from what is saved. */
  const changed = computed(() =>
    places.filter((place) => {
      const edit = edits.value[place.path]
      return edit !== undefined && !sameSetting(readTyped(place.field, edit.typed), savedValue(place))
    }),
  )
  const changes = computed(() => changesOf(changed.value, (place) => readTyped(place.field, typedValue(place))))
  const current = computed(() => withChanges(store.settings, changes.value))

  /** Sentences beside the settings their rule refuses, by path. */
  const faults = computed(() => {
    const groups = new Set(changed.value.map(({ group }) => group))
    const found = checkSettings(current.value).filter(({ group }) => groups.has(group))
    return new Map(found.map(({ group, name, message }) => [`${group}.${name}`, message]))
  })

  /** Changed here while somebody else changed them too: by path what they are now. */
  const overtaken = computed(() => {
    const paths = changed.value.filter((place) => !sameSetting(edits.value[place.path]?.seen, savedValue(place)))
    return new Map(paths.map((place) => [place.path, shownSetting(place.field, savedValue(place), store.settings.words)]))
  })

  function type(place: SettingPlace, typed: Typed): void {
    const seen = place.path in edits.value ? edits.value[place.path]?.seen : savedValue(place)
    edits.value = { ...edits.value, [place.path]: { typed, seen } }
  }

  /** Back to what is saved. */
  function drop(place: SettingPlace): void {
    const { [place.path]: _dropped, ...rest } = edits.value
    edits.value = rest
  }

  function dropAll(): void {
    edits.value = {}
  }

  /** The person has seen what it is now and stays with what they typed. */
  function insist(place: SettingPlace): void {
    const edit = edits.value[place.path]
    if (edit) edits.value = { ...edits.value, [place.path]: { ...edit, seen: savedValue(place) } }
  }

  /** Throws `CallFailure`: `conflict` when a setting has gone on since it was shown. */
  async function save(operator: string): Promise<number> {
    const count = changed.value.length
    const seen = changesOf(changed.value, (place) => edits.value[place.path]?.seen)
    store.settings = await call('setting.save', { settings: toInput(changes.value), seen: toInput(seen), operator })
    dropAll()
    return count
  }

  return { changed, changes, current, faults, overtaken, typedValue, savedValue, type, drop, dropAll, insist, save }
})

function valueIn(settings: OfficeSettings, group: keyof OfficeSettings, name: string): unknown {
  const values: Readonly<Record<string, unknown>> = { ...settings[group] }
  return values[name]
}

function changesOf(changed: readonly SettingPlace[], valueOf: (place: SettingPlace) => unknown): SettingChanges {
  const groups: Record<string, Record<string, unknown>> = {}
  for (const place of changed) (groups[place.group] ??= {})[place.name] = valueOf(place)
  return groups as SettingChanges
}

/** The contract takes plain arrays. */
export function toInput({ rules, ...rest }: SettingChanges) {
  return { ...rest, ...(rules ? { rules: { ...rules, ...(rules.base ? { base: [...rules.base] } : {}) } } : {}) }
}

function readEdits(kept: unknown): Edits {
  if (typeof kept !== 'object' || kept === null) return {}
  const known = new Set(places.map(({ path }) => path))
  const entries = Object.entries(kept).filter(
    ([path, edit]) => known.has(path) && typeof edit === 'object' && edit !== null && 'typed' in edit && 'seen' in edit,
  )
  return Object.fromEntries(entries)
}
