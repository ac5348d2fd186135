import type { RecordChange, RecordRow } from '../../../shared/contract/record'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { Dice } from './dice'
import type { SampleCall } from './sampleCall'

/** What the sample's work is made from: the records the workbooks brought, and the day it is. */
export interface SampleDistrict {
  today: string
  year: number
  dice: Dice
  units: RecordRow[]
  enterprises: RecordRow[]
  orgs: RecordRow[]
  terms: RecordRow[]
  liaisons: RecordRow[]
  assignments: RecordRow[]
}

export async function readDistrict(call: SampleCall, dice: Dice): Promise<SampleDistrict> {
  const { today } = await call('office.status', {})
  const rows = async (kind: RecordKind): Promise<RecordRow[]> => (await call('record.page', { kind, limit: 5000 })).rows
  return {
    today,
    year: Number(today.slice(0, 4)),
    dice,
    units: await rows('unit'),
    enterprises: await rows('enterprise'),
    orgs: await rows('partyOrg'),
    terms: await rows('secretaryTerm'),
    liaisons: await rows('liaison'),
    assignments: await rows('assignment'),
  }
}

/** New records of a kind as changes of one save. */
export function added(kind: RecordKind, values: readonly Record<string, FieldValue>[]): RecordChange[] {
  return values.map((own, i) => ({ kind, id: -1 - i, values: own }))
}
