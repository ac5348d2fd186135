import { onScopeDispose } from 'vue'
import { belongsToInputMethod } from '../composables/imeSafeInput'
import { printPage } from '../composables/pagePrint'
import { focusPageSearch } from '../composables/pageSearch'
import { pages, type PageName } from './pages'

export type Shortcut = { does: 'search' } | { does: 'print' } | { does: 'help' } | { does: 'lock' } | { does: 'go'; page: PageName }

type Modifiers = 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode' | Modifiers>

/** What a key press asks for. Alt+digit is there because browsers keep Ctrl+digit for their own tabs. */
export function shortcutOf(event: Keys): Shortcut | undefined {
  if (belongsToInputMethod(event) || event.shiftKey) return undefined
  const control = event.ctrlKey || event.metaKey
  if (event.key === 'F1' && !control && !event.altKey) return { does: 'help' }
  if (control && !event.altKey && event.key.toLowerCase() === 'f') return { does: 'search' }
  if (control && !event.altKey && event.key.toLowerCase() === 'p') return { does: 'print' }
  if (control && event.altKey && event.code === 'KeyL') return { does: 'lock' }
  const digit = /^Digit([1-4])$/.exec(event.code)?.[1]
  const page = pages[Number(digit) - 1]
  if (page && control !== event.altKey) return { does: 'go', page }
  return undefined
}

/** Listens on the whole window while the caller's scope lives. */
export function useShortcuts(actions: { help: () => void; lock: () => void; go: (page: PageName) => void }): void {
  function listen(event: KeyboardEvent): void {
    const shortcut = shortcutOf(event)
    if (!shortcut) return
    if (shortcut.does === 'search') {
      // Without a search of its own the page leaves Ctrl+F to the browser.
      if (focusPageSearch()) event.preventDefault()
      return
    }
    if (shortcut.does === 'print') {
      // A page without paper of its own leaves Ctrl+P to the browser.
      if (printPage()) event.preventDefault()
      return
    }
    event.preventDefault()
    if (shortcut.does === 'help') actions.help()
    else if (shortcut.does === 'lock') actions.lock()
    else actions.go(shortcut.page)
  }
  window.addEventListener('keydown', listen)
  onScopeDispose(() => window.removeEventListener('keydown', listen))
}
