/** Runs works given to it, so many at a time, in the order they were given. */
export function atOnce(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = []
  let running = 0

  function next(): void {
    if (running >= most) return
    const start = waiting.shift()
    if (!start) return
    running += 1
    start()
  }

  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      next()
    })
    try {
      await work()
    } finally {
      running -= 1
      next()
    }
  }
}
