import type { OfficeSetup } from '../../../shared/contract/office'
import type { Unit } from '../../../shared/contract/unit'
import type { UnitKind } from '../../../shared/domain/valueDomain'
import { guessUnitKind } from '../../composables/unitKind'
import { setupText } from '../../text/setup'

/** A unit as it stands in the form. */
export interface UnitDraft {
  key: number
  name: string
  kind: UnitKind
  /** Other spellings, divided by 、 or commas. */
  aliases: string
  /** Known to the office: may be changed, never removed. */
  saved: boolean
}

let lastKey = 0

export function draftOf(unit: Unit): UnitDraft {
  return { key: ++lastKey, name: unit.name, kind: unit.kind, aliases: unit.aliases.join('、'), saved: true }
}

/** The names in a pasted text, one a line; of a pasted table the first column that is no number counts. */
export function pastedNames(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .map((cells) => cells.find((cell) => cell !== '' && !/^[\d.、]+$/.test(cell)) ?? '')
    .map((name) => name.replace(/^\d+\s*[.、．]\s*/, '').replace(/[\s,，;；。]+$/, ''))
    .filter((name) => name !== '')
}

/** `drafts` and, at its end, a draft for each new name. */
export function addNames(drafts: readonly UnitDraft[], names: readonly string[]): UnitDraft[] {
  const known = new Set(drafts.map((draft) => draft.name.trim()))
  const added: UnitDraft[] = []
  for (const name of names) {
    if (known.has(name)) continue
    known.add(name)
    added.push({ key: ++lastKey, name: name.slice(0, 40), kind: guessUnitKind(name), aliases: '', saved: false })
  }
  return [...drafts, ...added]
}

/** What still keeps the form from being saved, in a sentence; undefined when nothing does. */
export function draftFault(regionName: string, officeName: string, drafts: readonly UnitDraft[]): string | undefined {
  const { missing } = setupText
  if (regionName.trim() === '') return missing.regionName
  if (officeName.trim() === '') return missing.officeName
  if (drafts.length === 0) return missing.units
  const names = drafts.map((draft) => draft.name.trim())
  if (names.includes('')) return missing.blank
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  return repeated === undefined ? undefined : missing.repeated(repeated)
}

export function setupOf(regionName: string, officeName: string, drafts: readonly UnitDraft[]): OfficeSetup {
  return {
    regionName: regionName.trim(),
    officeName: officeName.trim(),
    units: drafts.map((draft, index) => ({
      name: draft.name.trim(),
      kind: draft.kind,
      aliases: draft.aliases.split(/[、,，;；\s]+/).map((alias) => alias.trim()).filter(Boolean),
      sortNo: index + 1,
    })),
  }
}
