import { onScopeDispose } from 'vue'

let focusSearch: (() => void) | undefined

/** The page that calls this answers Ctrl+F with its own search box while it is shown. */
export function usePageSearch(focus: () => void): void {
  focusSearch = focus
  onScopeDispose(() => {
    if (focusSearch === focus) focusSearch = undefined
  })
}

/** Focuses the search of the page, if it has one. */
export function focusPageSearch(): boolean {
  focusSearch?.()
  return focusSearch !== undefined
}
