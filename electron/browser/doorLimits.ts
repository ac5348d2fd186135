/** How much, how long and how many the door bears; only tests take others. */
export interface DoorLimits {
  /** Bytes of a call: the workbooks of a whole district dropped at once stay far below it. */
  body: number
  /** Milliseconds for the head of a request: a page of this machine sends it in one piece. */
  head: number
  /** Milliseconds for a whole request: 100 MB from a stick that reads 0.2 MB a second arrive in time. */
  request: number
  /** Milliseconds between two pieces of a body: a disk that has to wake up takes ten seconds. */
  pause: number
  /** Milliseconds between two looks at who takes too long. */
  look: number
  connections: number
  /** Open event streams: one a page, and a browser opens six to a place at most. */
  streams: number
  /** Bytes waiting for a page that does not read its events. */
  unread: number
}

export const doorLimits: DoorLimits = {
  body: 100 * 1024 * 1024,
  head: 15_000,
  request: 600_000,
  pause: 60_000,
  look: 5_000,
  connections: 2_000,
  streams: 32,
  unread: 1024 * 1024,
}
