import type { RecordKind } from '../../../shared/record/recordKind'
import { Activity } from './entities/activity'
import { ActivityCount } from './entities/activityCount'
import { Assignment } from './entities/assignment'
import { Coverage } from './entities/coverage'
import { Decision } from './entities/decision'
import { Delivery } from './entities/delivery'
import { Distinction } from './entities/distinction'
import { Enterprise } from './entities/enterprise'
import { FollowUp } from './entities/followUp'
import { FundEntry } from './entities/fundEntry'
import { GoalCheck } from './entities/goalCheck'
import { Liaison } from './entities/liaison'
import { Meeting } from './entities/meeting'
import { PartyOrg } from './entities/partyOrg'
import { Proposal } from './entities/proposal'
import { QuarterScore } from './entities/quarterScore'
import { Scheme } from './entities/scheme'
import { SchemeItem } from './entities/schemeItem'
import { Score } from './entities/score'
import { SecretaryTerm } from './entities/secretaryTerm'
import { Target } from './entities/target'
import { Unit } from './entities/unit'
import { Visit } from './entities/visit'
import { YearScore } from './entities/yearScore'
import type { StoredRow } from './entities/storedRow'
import type { EntityClass } from './tableShape'

/** The table of each kind of record. */
export const recordTables: Record<RecordKind, EntityClass<StoredRow>> = {
  unit: Unit,
  enterprise: Enterprise,
  partyOrg: PartyOrg,
  coverage: Coverage,
  secretaryTerm: SecretaryTerm,
  liaison: Liaison,
  assignment: Assignment,
  visit: Visit,
  delivery: Delivery,
  goalCheck: GoalCheck,
  activityCount: ActivityCount,
  activity: Activity,
  fundEntry: FundEntry,
  followUp: FollowUp,
  target: Target,
  meeting: Meeting,
  decision: Decision,
  proposal: Proposal,
  scheme: Scheme,
  schemeItem: SchemeItem,
  score: Score,
  quarterScore: QuarterScore,
  yearScore: YearScore,
  distinction: Distinction,
}
