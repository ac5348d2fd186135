import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { orgRepository } from '../db/repositories/orgRepository'
import { unitRepository } from '../db/repositories/unitRepository'
import { readLiving } from '../db/storedRecord'
import type { KnownRecord, KnownRecords } from '../import/forms/knownRecords'
import { assessmentSheet } from './assessmentSheet'
import { orgClasses } from './orgClasses'

export interface KnownScene {
  settings: OfficeSettings
  today: string
}

/** Of an enterprise, which there may be a hundred thousand of, only what the forms name it by, add up or change. */
const enterpriseFields: ReadonlySet<string> = new Set([
  'name', 'unitId', 'creditCode', 'formerNames', 'formalMembers', 'probationaryMembers', 'unbuiltReason', 'plannedMeasure', 'plannedMode', 'plannedFoundingOn',
  'plannedFoundingOnPrecision', 'responsibleUnit', 'responsible', 'progress', 'note',
])

/** What tables of the forms F03 to F12 are planned against, as it stands inside the transaction. */
export async function loadKnownForms(manager: EntityManager, kinds: ReadonlySet<RecordKind>, scene: KnownScene): Promise<KnownRecords> {
  const records: Partial<Record<RecordKind, readonly KnownRecord[]>> = {}
  for (const kind of recordKinds) {
    if (!kinds.has(kind)) continue
    const living = readLiving(manager, kind, kind === 'enterprise' ? enterpriseFields : undefined)
    records[kind] = kind === 'partyOrg' ? living.filter(({ values }) => isStanding(values['dissolvedOn'], scene.today)) : living
  }
  return {
    ...scene,
    units: await unitRepository.list(manager),
    records,
    computed: kinds.has('score') ? await computedPoints(manager, records.scheme ?? [], scene) : new Map(),
    classes: kinds.has('quarterScore') ? await orgClasses(manager, await orgRepository.list(manager, { asOf: scene.today }), scene.today) : new Map(),
  }
}

function isStanding(dissolvedOn: unknown, today: string): boolean {
  return typeof dissolvedOn !== 'string' || dissolvedOn > today
}

async function computedPoints(manager: EntityManager, schemes: readonly KnownRecord[], scene: KnownScene): Promise<Map<string, number>> {
  const points = new Map<string, number>()
  for (const { id } of schemes) {
    const { rows } = await assessmentSheet(manager, id, scene)
    for (const { partyOrgId, scores } of rows) {
      for (const { schemeItemId, computed } of scores) if (computed !== null) points.set(`${partyOrgId}:${schemeItemId}`, computed)
    }
  }
  return points
}
