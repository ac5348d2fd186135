import type { EventEmitter } from 'node:events'

/** Emits an event that listeners may prevent, with `facts` on the event itself as Electron does. True: prevented. */
export function emitPreventable(emitter: EventEmitter, name: string, facts: object = {}, ...rest: unknown[]): boolean {
  let isPrevented = false
  const event = {
    ...facts,
    preventDefault: () => {
      isPrevented = true
    },
  }
  emitter.emit(name, event, ...rest)
  return isPrevented
}
