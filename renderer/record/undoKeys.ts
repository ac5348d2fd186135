import { onScopeDispose } from 'vue'
import { belongsToInputMethod } from '../composables/imeSafeInput'

type Modifiers = 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
type Keys = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | Modifiers>

/** On an input that is no text of its own, such as the one behind an unopened cell. */
export const undoHereAttribute = 'data-undo-edits'

export function undoKeyOf(event: Keys): 'undo' | 'redo' | undefined {
  if (belongsToInputMethod(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : undefined
}

/** A dialog that is fading out has had its say. */
const leaving = '[class*="-leave-active"]'

/** Whether the browser's own undo of typed text has the first right to the key. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.hasAttribute(undoHereAttribute) || target.closest(leaving)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type)
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z anywhere outside a text input and a dialog, while the caller's scope lives. */
export function useUndoKeys(actions: { undo: () => void; redo: () => void }): void {
  function listen(event: KeyboardEvent): void {
    const key = undoKeyOf(event)
    if (!key || event.defaultPrevented || isTyping(event.target)) return
    if (document.querySelector(`.el-overlay:not([style*="display: none"]):not(${leaving})`)) return
    event.preventDefault()
    actions[key]()
  }
  window.addEventListener('keydown', listen)
  onScopeDispose(() => window.removeEventListener('keydown', listen))
}
