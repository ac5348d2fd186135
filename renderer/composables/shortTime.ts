import { localTime } from './localTime'

/** An instant as briefly as it stays clear: 09:05 today, 11-20 09:05 this year, else with the year. */
export function shortTime(instant: string, now = new Date().toISOString()): string {
  const [time, present] = [localTime(instant), localTime(now)]
  if (time.slice(0, 10) === present.slice(0, 10)) return time.slice(11)
  return time.slice(0, 4) === present.slice(0, 4) ? time.slice(5) : time
}
