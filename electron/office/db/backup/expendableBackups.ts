import type { BackupReason } from '../../../../shared/contract/backup'

export interface DatedBackup {
  name: string
  /** ISO instant. */
  at: string
  reason: BackupReason
}

/** Copies kept: so many of today, and the last of so many days, weeks and months that have any. */
const kept = { today: 3, days: 7, weeks: 4, months: 12 } as const
/** What these made possible cannot be taken back otherwise: the last of each stays this long whatever else was copied. */
const protectedReasons: readonly BackupReason[] = ['restore', 'migration']
const protectedDays = 30

/**
 * Names of the copies that may go. Days are those of UTC+8. Weeks and months count only where there are copies, so a
 * long pause takes none away; a clock that stands before the newest copy was set back, and nothing goes.
 */
export function expendableBackups(backups: readonly DatedBackup[], now: string): string[] {
  const latestFirst = [...backups].sort((a, b) => (isBefore(b, a) ? -1 : 1))
  const [newest] = latestFirst
  if (!newest || newest.at > now) return []
  const today = dayNumber(now)
  const keep = new Set([
    newest,
    ...latestFirst.filter(({ at }) => dayNumber(at) === today).slice(0, kept.today),
    ...lastOfEach(latestFirst, kept.days, ({ at }) => dayNumber(at)),
    // Day 0, 1970-01-01, was a Thursday: weeks begin on Monday.
    ...lastOfEach(latestFirst, kept.weeks, ({ at }) => Math.floor((dayNumber(at) + 3) / 7)),
    ...lastOfEach(latestFirst, kept.months, ({ at }) => monthOf(at)),
    ...protectedReasons.flatMap((reason) => {
      const last = latestFirst.find((backup) => backup.reason === reason)
      return last && today - dayNumber(last.at) < protectedDays ? [last] : []
    }),
  ])
  return latestFirst.filter((backup) => !keep.has(backup)).map(({ name }) => name)
}

function isBefore(a: DatedBackup, b: DatedBackup): boolean {
  return a.at === b.at ? a.name < b.name : a.at < b.at
}

function lastOfEach(latestFirst: readonly DatedBackup[], most: number, part: (backup: DatedBackup) => number): DatedBackup[] {
  const last = new Map<number, DatedBackup>()
  for (const backup of latestFirst) if (!last.has(part(backup))) last.set(part(backup), backup)
  return [...last.values()].slice(0, most)
}

const zoneMilliseconds = 8 * 60 * 60 * 1000

/** Days since 1970-01-01 in UTC+8. */
export function dayNumber(at: string): number {
  return Math.floor((Date.parse(at) + zoneMilliseconds) / 86_400_000)
}

function monthOf(at: string): number {
  const local = new Date(Date.parse(at) + zoneMilliseconds)
  return local.getUTCFullYear() * 12 + local.getUTCMonth()
}
