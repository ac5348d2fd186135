import { officeNames, settingKeys } from '../settings'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { definitionOf, recordKinds, type RecordKind } from '../../../../shared/record/recordKind'
import type { Unit } from '../../../../shared/contract/unit'
import type { EntityManager } from '../../db/gate'
import { settingRepository } from '../../db/repositories/settingRepository'
import { suspectRepository, type DistinctionRecord, type EnterpriseIdentity } from '../../db/repositories/suspectRepository'
import { unitRepository } from '../../db/repositories/unitRepository'
import { readLiving, type StoredRecord } from '../../db/storedRecord'
import type { KnownEnterprise } from '../../import/knownLedger'
import { loadKnownEnterprises } from '../knownLedger'
import { readBefore, type FrozenBefore } from './frozenBefore'

/** Everything the checks over what is kept look at, read in one snapshot. */
export interface QualityFacts {
  /** The day relations are taken on. */
  today: string
  units: readonly Unit[]
  /** Living enterprises with what follows from their relations. */
  enterprises: readonly KnownEnterprise[]
  /** Living records of every kind, in the order they were entered. */
  records: Readonly<Record<RecordKind, readonly StoredRecord[]>>
  identities: readonly EnterpriseIdentity[]
  distinctions: readonly DistinctionRecord[]
  regionName: string | null
  /** The last locked period before the day; null where there is none. */
  before: FrozenBefore | null
}

export interface QualityScene {
  settings: OfficeSettings
  today: string
}

/** Of what a ledger has by the hundred thousand, only what the checks look at. */
const looked: Partial<Record<RecordKind, ReadonlySet<string>>> = {
  delivery: new Set(['enterpriseId', 'partyOrgId', 'item', 'state', 'quantity', 'doneOn', 'acceptedOn']),
  goalCheck: new Set(['enterpriseId', 'period', 'checkedOn', 'remedy', 'deadline']),
}

export function isLooked(kind: RecordKind, field: string): boolean {
  return looked[kind]?.has(field) ?? field in definitionOf(kind).fields
}

/** `kinds`: those whose records are read; the others count as none. */
export async function readQualityFacts(
  manager: EntityManager,
  { settings, today }: QualityScene,
  kinds: readonly RecordKind[] = recordKinds,
): Promise<QualityFacts> {
  const names = officeNames.safeParse(await settingRepository.get(manager, settingKeys.names)).data
  const lists = recordKinds.map((kind): [RecordKind, StoredRecord[]] => [kind, kinds.includes(kind) ? readLiving(manager, kind, looked[kind]) : []])
  return {
    today,
    units: await unitRepository.list(manager),
    enterprises: await loadKnownEnterprises(manager, today, settings.rules),
    records: Object.fromEntries(lists) as Record<RecordKind, StoredRecord[]>,
    identities: await suspectRepository.identities(manager),
    distinctions: await suspectRepository.distinctions(manager),
    regionName: names?.regionName ?? null,
    before: await readBefore(manager, today),
  }
}
