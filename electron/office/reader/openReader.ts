import type { ReaderPort } from '../ports'
import type { AnnotateRequest, ReadAnswer, ReadRequest } from './readMessage'

/** How a reading ended. `died`: the process ended unasked. `late`: it was killed. `unstarted`: it never came up. */
export type ReadOutcome =
  | Exclude<ReadAnswer, { type: 'ready' }>
  | { type: 'late' }
  | { type: 'died' | 'unstarted'; lastWords: string }

export interface Reader {
  readonly isAlive: boolean
  /** One file at a time, in at most `limit` milliseconds from when the process has come up. Never rejects. */
  read(request: ReadRequest | AnnotateRequest, limit: number): Promise<ReadOutcome>
  /** Kills the process; a reading that is under way ends as `died`. */
  end(): void
}

/** Milliseconds a process may take to come up: a slow disk and a virus scanner that looks at every file. */
const startTime = 60_000

/** Starts a reader and watches over it. */
export function openReader(start: () => ReaderPort): Reader {
  const port = start()
  let isAlive = true
  let lastWords = ''
  let settle: (outcome: ReadOutcome) => void = () => undefined

  const isUp = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => port.kill(), startTime)
    const answerOnce = (up: boolean): void => {
      clearTimeout(timer)
      resolve(up)
    }
    port.listen((message) => {
      // Only answerRequest and serveReader speak on this port.
      const answer = message as ReadAnswer
      if (answer.type === 'ready') answerOnce(true)
      else settle(answer)
    })
    port.onEnd((words) => {
      isAlive = false
      lastWords = words
      answerOnce(false)
      settle({ type: 'died', lastWords })
    })
  })

  return {
    get isAlive() {
      return isAlive
    },
    async read(request, limit) {
      if (!(await isUp)) return { type: 'unstarted', lastWords }
      if (!isAlive) return { type: 'died', lastWords }
      return await new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle({ type: 'late' })
          port.kill()
        }, limit)
        settle = (outcome) => {
          clearTimeout(timer)
          settle = () => undefined
          resolve(outcome)
        }
        port.post(request)
      })
    },
    end() {
      isAlive = false
      port.kill()
    },
  }
}
