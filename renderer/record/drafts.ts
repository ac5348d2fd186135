import type { FieldValue } from '../../shared/record/field'

/** What was typed into a form and not saved: by field, only what differs from the record. */
export interface Draft {
  /** ISO text. */
  at: string
  fields: Record<string, { typed: string; value: FieldValue }>
}

const mostDrafts = 3

/** The unsaved contents of one form, kept outside the page so that no reload or crash loses them. */
export interface DraftBox {
  /** The latest one left behind by an earlier form. */
  offered: () => Draft | undefined
  /** Writes what this form holds now; an earlier one that was not answered stays behind it. */
  keep: (fields: Draft['fields']) => void
  /** This form's content is saved or given up. */
  drop: () => void
  /** The offered one was taken over or given up. */
  dropOffered: () => void
}

export function openDrafts(store: Storage, key: string, now: () => string): DraftBox {
  let earlier = parseDrafts(store.getItem(key))
  let mine: Draft | undefined

  function write(): void {
    const drafts = [...(mine ? [mine] : []), ...earlier].slice(0, mostDrafts)
    if (drafts.length === 0) store.removeItem(key)
    else store.setItem(key, JSON.stringify(drafts))
  }

  return {
    offered: () => earlier[0],
    keep(fields) {
      mine = Object.keys(fields).length === 0 ? undefined : { at: now(), fields }
      write()
    },
    drop() {
      mine = undefined
      write()
    },
    dropOffered() {
      earlier = earlier.slice(1)
      write()
    },
  }
}

function parseDrafts(text: string | null): Draft[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(parsed)) return []
    return parsed.filter((draft): draft is Draft => typeof draft?.at === 'string' && typeof draft.fields === 'object')
  } catch {
    return []
  }
}
