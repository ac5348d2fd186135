export interface Ending {
  /** Adds what has to be undone at the end; the last one added is undone first. */
  add(undo: () => Promise<unknown>): void
  readonly hasBegun: boolean
  /** Undoes everything once; whoever asks again waits for the same end. */
  run(): Promise<void>
}

export function createEnding(): Ending {
  const undos: (() => Promise<unknown>)[] = []
  let running: Promise<void> | undefined
  return {
    add: (undo) => void undos.push(undo),
    get hasBegun() {
      return running !== undefined
    },
    run() {
      running ??= (async () => {
        for (const undo of undos.toReversed()) await undo()
      })()
      return running
    },
  }
}
