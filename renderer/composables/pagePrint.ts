import { onScopeDispose } from 'vue'

/** What of the page answers Ctrl+P, the latest last: a preview lies above the page it was opened from. */
const printers: (() => void)[] = []

/** The part of the page that calls this answers Ctrl+P while it is shown. */
export function usePagePrint(print: () => void): void {
  printers.push(print)
  onScopeDispose(() => printers.splice(printers.indexOf(print), 1))
}

/** Asks the page to print, if it can. */
export function printPage(): boolean {
  const print = printers.at(-1)
  print?.()
  return print !== undefined
}
