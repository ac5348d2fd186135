/** A filter of the toolbar by words of a closed list. */
export interface ToolbarFilter {
  label: string
  options: { value: string; label: string; note?: string }[]
  chosen: string[]
  choose: (values: string[]) => void
  /** At most one choice. */
  single?: boolean
}

/** A filter whose words are of one type; `options` without words of their own are shown as they are. */
export function wordFilter<Word extends string>(
  label: string,
  options: readonly (Word | { value: Word; label: string; note?: string })[],
  chosen: readonly Word[] | undefined,
  choose: (words: Word[]) => void,
): ToolbarFilter {
  const all = options.map((option) => (typeof option === 'string' ? { value: option, label: option } : option))
  return {
    label,
    options: all,
    chosen: [...(chosen ?? [])],
    choose: (values) => choose(all.map(({ value }) => value).filter((word) => values.includes(word))),
  }
}
