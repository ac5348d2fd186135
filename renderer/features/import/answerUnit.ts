import type { OfficeStatus } from '../../../shared/contract/office'
import type { Unit } from '../../../shared/contract/unit'
import { call } from '../../api/call'
import { guessUnitKind } from '../../composables/unitKind'

/** Adds `name` as a unit at the end of the official order. */
export async function addUnit(name: string, status: OfficeStatus | undefined, units: readonly Unit[]): Promise<void> {
  const last = Math.max(0, ...units.map((unit) => unit.sortNo))
  await call('office.setup', {
    ...names(status),
    units: [{ name, kind: guessUnitKind(name), aliases: [], sortNo: last + 1 }],
  })
}

/** Remembers `alias` as another spelling of `unit`. */
export async function addUnitAlias(alias: string, unit: Unit, status: OfficeStatus | undefined): Promise<void> {
  const { name, kind, aliases, sortNo } = unit
  await call('office.setup', { ...names(status), units: [{ name, kind, aliases: [...aliases, alias], sortNo }] })
}

function names(status: OfficeStatus | undefined): { regionName: string; officeName: string } {
  return { regionName: status?.regionName ?? '', officeName: status?.officeName ?? '' }
}
