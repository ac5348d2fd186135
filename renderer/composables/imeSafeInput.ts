/** True for key events that belong to an input method: its Enter picks a word and must not start anything. */
export function belongsToInputMethod(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

export interface ImeSafeInput {
  compositionStart: () => void
  compositionEnd: (text: string) => void
  /** The text of the box changed. */
  input: (text: string) => void
  /** Enter: report now instead of after the pause. */
  submit: (text: string) => void
  cancel: () => void
}

/**
 * Reports the text of a search box after a pause in typing, never while an input method is composing: letters on
 * their way to becoming characters are not a question.
 */
export function imeSafeInput(report: (text: string) => void, pause = 200): ImeSafeInput {
  let composing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(text: string): void {
    clearTimeout(timer)
    timer = setTimeout(() => report(text), pause)
  }

  return {
    compositionStart() {
      composing = true
      clearTimeout(timer)
    },
    compositionEnd(text) {
      composing = false
      later(text)
    },
    input(text) {
      if (!composing) later(text)
    },
    submit(text) {
      if (composing) return
      clearTimeout(timer)
      report(text)
    },
    cancel() {
      clearTimeout(timer)
    },
  }
}
