import type { PastedRows } from './addedRows'

/** What was pasted beyond the last row of a sheet and not added, kept over a reload; null for nothing. */
export interface PastedStore {
  recall: () => PastedRows | null
  keep: (rows: PastedRows | null) => void
}

export function pastedStore(store: Storage, key: string): PastedStore {
  return {
    recall: () => parse(store.getItem(key)),
    keep(rows) {
      if (rows === null) store.removeItem(key)
      else store.setItem(key, JSON.stringify(rows))
    },
  }
}

function parse(text: string | null): PastedRows | null {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null')
    return isPasted(parsed) && parsed.texts.length > 0 ? parsed : null
  } catch {
    return null
  }
}

function isPasted(parsed: unknown): parsed is PastedRows {
  if (typeof parsed !== 'object' || parsed === null || !('fields' in parsed) || !('texts' in parsed)) return false
  return isTexts(parsed.fields) && Array.isArray(parsed.texts) && parsed.texts.every(isTexts)
}

function isTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((text) => typeof text === 'string')
}
