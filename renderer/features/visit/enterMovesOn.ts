import { nextTick } from 'vue'
import { belongsToInputMethod } from '../../composables/imeSafeInput'

const stops = 'input:not([tabindex="-1"]):not([type="radio"]:not(:checked)):not([type="checkbox"]), textarea, button[type="submit"]'

/**
 * Keyboard-only forms: Enter goes to the next field, Shift+Enter back, Alt+Enter breaks a line of a long text. From the
 * last field it goes to the button that saves. Leaves alone what an input method, a save key or a button does.
 */
export function enterMovesOn(event: KeyboardEvent, root: HTMLElement): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || belongsToInputMethod(event)) return
  const { target } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.type === 'checkbox') return
  if (event.altKey) {
    if (target instanceof HTMLTextAreaElement) breakLine(event, target)
    return
  }
  // A list that was open takes its option with this Enter; the field is left once it has.
  event.preventDefault()
  const fields = [...root.querySelectorAll<HTMLElement>(stops)].filter((field) => field.offsetParent !== null)
  const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)]
  void afterChoice(target).then(() => next?.focus())
}

function breakLine(event: KeyboardEvent, box: HTMLTextAreaElement): void {
  event.preventDefault()
  box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A combobox answers its list a moment after the key: while one is shown, the choice is still on its way. */
async function afterChoice(field: HTMLElement): Promise<void> {
  if (field.getAttribute('role') !== 'combobox') return
  for (let turn = 0; turn < 40; turn++) {
    await nextTick()
    if (!field.parentElement?.querySelector('[role="listbox"], [role="status"]')) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
