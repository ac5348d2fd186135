import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupReason } from '../../../../shared/contract/backup'
import { dayNumber, expendableBackups, type DatedBackup } from './expendableBackups'

const now = '2026-11-21T09:12:00.000Z'
const ago = (days: number, hours = 0): string => new Date(Date.parse(now) - (days * 24 + hours) * 3_600_000).toISOString()
const daily = (at: string): DatedBackup => ({ name: `${at}.sqlite`, at, reason: 'daily' })

const instants = fc.date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString())
const backups = fc
  .uniqueArray(fc.record({ at: instants, reason: fc.constantFrom(...backupReason.options), turn: fc.nat(3) }), {
    maxLength: 80,
    selector: ({ at, turn }) => `${at}-${turn}`,
  })
  .map((found) => found.map(({ at, reason, turn }): DatedBackup => ({ name: `${at}-${turn}.sqlite`, at, reason })))

function newestOf(all: readonly DatedBackup[]): string | undefined {
  return [...all].sort((a, b) => (`${a.at} ${a.name}` < `${b.at} ${b.name}` ? 1 : -1))[0]?.name
}

describe('expendableBackups', () => {
  it('keeps three of today, seven days, four weeks and twelve months of daily copies with some more a day', () => {
    const all = Array.from({ length: 800 }, (_, day) => [ago(day), ago(day, 1), ago(day, 2), ago(day, 3)]).flat().map(daily)
    const gone = new Set(expendableBackups(all, now))
    const left = all.filter(({ name }) => !gone.has(name)).map(({ at }) => at.slice(0, 10))
    expect(left.filter((day) => day === '2026-11-21')).toHaveLength(3)
    expect([...new Set(left)]).toEqual([
      '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15',
      '2026-11-08', '2026-11-01', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31',
      '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31',
    ])
  })

  it('keeps the last copy before a restore and before a migration for 30 days', () => {
    const busy = Array.from({ length: 10 }, (_, hour) => daily(ago(0, hour / 2)))
    const dear: DatedBackup[] = [
      { name: 'r', at: ago(0, 8), reason: 'restore' },
      { name: 'm', at: ago(20, 8), reason: 'migration' },
      { name: 'm-old', at: ago(20, 9), reason: 'migration' },
    ]
    const gone = expendableBackups([...busy, ...dear, daily(ago(20))], now)
    expect(gone).not.toContain('r')
    expect(gone).not.toContain('m')
    expect(gone).toContain('m-old')
  })

  it('never removes the newest, nor the only one, whatever the clock says', () => {
    fc.assert(
      fc.property(backups, instants, (all, at) => {
        const gone = expendableBackups(all, at)
        expect(gone).not.toContain(newestOf(all))
        expect(gone.length).toBeLessThan(Math.max(all.length, 1))
      }),
    )
  })

  it('removes nothing while the clock stands before the newest copy', () => {
    fc.assert(
      fc.property(backups, instants, (all, at) => {
        fc.pre(all.some((backup) => backup.at > at))
        expect(expendableBackups(all, at)).toEqual([])
      }),
    )
  })

  it('depends on no order, and is done after once', () => {
    fc.assert(
      fc.property(backups, instants, fc.infiniteStream(fc.nat()), (all, at, random) => {
        const gone = expendableBackups(all, at)
        const shuffled = all.map((backup) => ({ backup, key: random.next().value as number })).sort((a, b) => a.key - b.key)
        expect(expendableBackups(shuffled.map(({ backup }) => backup), at)).toEqual(gone)
        expect(expendableBackups(all.filter(({ name }) => !gone.includes(name)), at)).toEqual([])
      }),
    )
  })

  it('leaves at most 28, with the last copy of each of the seven latest days', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const gone = expendableBackups(all, '2027-01-01T00:00:00.000Z')
        const left = all.filter(({ name }) => !gone.includes(name))
        expect(left.length).toBeLessThanOrEqual(28)
        const days = [...new Set(all.map(({ at }) => dayNumber(at)))].sort((a, b) => b - a).slice(0, 7)
        for (const day of days) expect(left.map(({ name }) => name)).toContain(newestOf(all.filter(({ at }) => dayNumber(at) === day)))
      }),
    )
  })
})
