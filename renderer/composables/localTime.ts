/** An instant (ISO text) as the clock on the wall shows it: 2026-07-01 09:05. */
export function localTime(instant: string): string {
  const date = new Date(instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ` +
    `${two(date.getHours())}:${two(date.getMinutes())}`
  )
}
