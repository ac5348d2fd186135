/** The computer's own clock: calendar date in local time, instant in UTC. */
export const systemClock = {
  today(): string {
    const now = new Date()
    const two = (n: number): string => String(n).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  now(): string {
    return new Date().toISOString()
  },
}
