import { belongsToInputMethod } from '../composables/imeSafeInput'
import type { Step } from './cellRange'

/** What a key asks of a sheet that is not being typed into. */
export type SheetAction =
  | { does: 'step'; step: Step }
  /** `blank`: what stood in the cell goes, as after Backspace. */
  | { does: 'edit'; blank: boolean }
  | { does: 'enter'; up: boolean }
  | { does: 'tab'; back: boolean }
  | { does: 'open' | 'clear' | 'fillDown' | 'selectAll' | 'mark' | 'leave' }

type Modifiers = 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
export type PressedKey = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | Modifiers>

const arrows: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** `page`: rows that fit the window, for Page Up and Page Down. Undefined for keys that type or mean nothing here. */
export function sheetAction(event: PressedKey, page: number): SheetAction | undefined {
  if (belongsToInputMethod(event) || event.altKey) return undefined
  const control = event.ctrlKey || event.metaKey
  const step = stepOf(event, control, page)
  if (step) return { does: 'step', step }
  if (control) return controlAction(event.key)
  switch (event.key) {
    case 'F2':
      return { does: 'edit', blank: false }
    case 'Backspace':
      return { does: 'edit', blank: true }
    case 'Delete':
      return { does: 'clear' }
    case 'Enter':
      return { does: 'enter', up: event.shiftKey }
    case 'Tab':
      return { does: 'tab', back: event.shiftKey }
    case 'Escape':
      return { does: 'leave' }
    case ' ':
      return event.shiftKey ? { does: 'mark' } : undefined
    default:
      return undefined
  }
}

function controlAction(key: string): SheetAction | undefined {
  if (key === 'Enter') return { does: 'open' }
  if (key.toLowerCase() === 'd') return { does: 'fillDown' }
  return key.toLowerCase() === 'a' ? { does: 'selectAll' } : undefined
}

function stepOf(event: PressedKey, control: boolean, page: number): Step | undefined {
  const extend = event.shiftKey
  const arrow = arrows[event.key]
  if (arrow) return { rows: arrow[0], columns: arrow[1], extend, far: control }
  const side = { Home: -1, End: 1 }[event.key]
  if (side !== undefined) return { rows: control ? side : 0, columns: side, extend, far: true }
  const down = { PageUp: -1, PageDown: 1 }[event.key]
  return down !== undefined && !control ? { rows: down * page, columns: 0, extend, far: false } : undefined
}
