import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The key of one start: a token in the printed address, exchanged on the first visit for a cookie that scripts cannot
 * read and other sites cannot send. The cookie holds another secret than the address, so that an address left in a
 * browser's history is of no use after this start, and its name holds the port, because cookies of 127.0.0.1 are
 * shared between all its ports.
 */
export interface DoorKey {
  readonly token: string
  opens(token: string | null): boolean
  cookie(port: number): string
  isCarriedBy(cookieHeader: string | undefined, port: number): boolean
}

export function createDoorKey(): DoorKey {
  const token = randomBytes(24).toString('base64url')
  const session = randomBytes(24).toString('base64url')
  return {
    token,
    opens: (candidate) => candidate !== null && isSame(candidate, token),
    cookie: (port) => `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    isCarriedBy: (cookieHeader, port) =>
      (cookieHeader ?? '').split(';').some((pair) => {
        const [name, value] = pair.trim().split('=', 2)
        return name === cookieName(port) && value !== undefined && isSame(value, session)
      }),
  }
}

const cookieName = (port: number): string => `ledger-${port}`

/** Digests have one length and tell nothing about how many leading characters agree. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
