const key = (name: string): string => `draft.${name}`

/** What was typed and not saved, kept by this browser profile; undefined when there is nothing that can be read. */
export function keptDraft(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key(name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Null forgets it. */
export function keepDraft(name: string, draft: unknown): void {
  if (draft === null) localStorage.removeItem(key(name))
  else localStorage.setItem(key(name), JSON.stringify(draft))
}
