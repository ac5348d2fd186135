import { activityCountRecord, activityRecord } from './activity'
import { deliveryRecord } from './delivery'
import { distinctionRecord } from './distinction'
import { enterpriseRecord } from './enterprise'
import type { Field, RecordDefinition } from './field'
import { followUpRecord } from './followUp'
import { fundEntryRecord } from './fundEntry'
import { goalCheckRecord } from './goalCheck'
import { assignmentRecord, liaisonRecord, visitRecord } from './liaison'
import { decisionRecord, meetingRecord } from './meeting'
import { coverageRecord, partyOrgRecord } from './partyOrg'
import { proposalRecord } from './proposal'
import { quarterScoreRecord, schemeItemRecord, schemeRecord, scoreRecord, yearScoreRecord } from './scheme'
import { secretaryTermRecord } from './secretaryTerm'
import { targetRecord } from './target'
import { unitRecord } from './unit'

/** Every kind of record a clerk keeps by hand, parents before children. */
export const recordDefinitions = {
  unit: unitRecord,
  enterprise: enterpriseRecord,
  partyOrg: partyOrgRecord,
  coverage: coverageRecord,
  secretaryTerm: secretaryTermRecord,
  liaison: liaisonRecord,
  assignment: assignmentRecord,
  visit: visitRecord,
  delivery: deliveryRecord,
  goalCheck: goalCheckRecord,
  activityCount: activityCountRecord,
  activity: activityRecord,
  fundEntry: fundEntryRecord,
  followUp: followUpRecord,
  target: targetRecord,
  meeting: meetingRecord,
  decision: decisionRecord,
  proposal: proposalRecord,
  scheme: schemeRecord,
  schemeItem: schemeItemRecord,
  score: scoreRecord,
  quarterScore: quarterScoreRecord,
  yearScore: yearScoreRecord,
  distinction: distinctionRecord,
} satisfies Record<string, RecordDefinition>

type Definitions = typeof recordDefinitions
export type RecordKind = keyof Definitions
export const recordKinds = Object.keys(recordDefinitions) as [RecordKind, ...RecordKind[]]

export function definitionOf(kind: RecordKind): RecordDefinition {
  return recordDefinitions[kind]
}

const fieldLists = new Map<RecordKind, readonly (readonly [name: string, field: Field])[]>()

/** The fields of a kind with their names, in the order of the form. */
export function fieldsOf(kind: RecordKind): readonly (readonly [name: string, field: Field])[] {
  let list = fieldLists.get(kind)
  if (!list) {
    list = Object.entries(definitionOf(kind).fields)
    fieldLists.set(kind, list)
  }
  return list
}

const precisionLists = new Map<RecordKind, ReadonlyMap<string, string>>()

/**
 * Dates of a kind that may be stated as a month (kept as its first day), with the value beside each that says so: 'day'
 * or 'month', null for a blank date. It is kept and undone with the date and is no field of a form.
 */
export function precisionsOf(kind: RecordKind): ReadonlyMap<string, string> {
  let list = precisionLists.get(kind)
  if (!list) {
    list = new Map(fieldsOf(kind).flatMap(([name, field]) => (field.type === 'date' && field.precision ? [[name, field.precision]] : [])))
    precisionLists.set(kind, list)
  }
  return list
}

export interface RefField {
  name: string
  to: RecordKind
  label: string
  required: boolean
}

const refLists = new Map<RecordKind, readonly RefField[]>()

/** The fields of a kind that point at another record. */
export function refsOf(kind: RecordKind): readonly RefField[] {
  let list = refLists.get(kind)
  if (!list) {
    list = fieldsOf(kind).flatMap(([name, field]) =>
      field.type === 'ref' ? [{ name, to: field.to as RecordKind, label: field.label, required: field.required === true }] : [],
    )
    refLists.set(kind, list)
  }
  return list
}
