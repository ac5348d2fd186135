import type { App } from 'electron'

/** Electron does not wait for promises: the first attempt to quit is held back until `finish` is done. */
export function finishBeforeQuit(app: Pick<App, 'on' | 'quit'>, finish: () => Promise<void>): void {
  let state: 'running' | 'finishing' | 'finished' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'finished') return
    event.preventDefault()
    if (state === 'finishing') return
    state = 'finishing'
    const end = (): void => {
      state = 'finished'
      app.quit()
    }
    finish().then(end, end)
  })
}
