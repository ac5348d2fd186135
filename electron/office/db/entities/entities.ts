import { Activity } from './activity'
import { ActivityCount } from './activityCount'
import { Assignment } from './assignment'
import { AuditEntry } from './auditEntry'
import { Coverage } from './coverage'
import { Decision } from './decision'
import { Delivery } from './delivery'
import { Distinction } from './distinction'
import { Edit } from './edit'
import { EditRange } from './editRange'
import { Enterprise } from './enterprise'
import { FollowUp } from './followUp'
import { FundEntry } from './fundEntry'
import { GoalCheck } from './goalCheck'
import { HeaderMapping } from './headerMapping'
import { WordSynonym } from './wordSynonym'
import { ImportAbsence } from './importAbsence'
import { ImportBatch } from './importBatch'
import { ImportRow } from './importRow'
import { ImportRun } from './importRun'
import { Liaison } from './liaison'
import { Meeting } from './meeting'
import { PartyOrg } from './partyOrg'
import { Period } from './period'
import { Proposal } from './proposal'
import { QuarterScore } from './quarterScore'
import { Scheme } from './scheme'
import { SchemeItem } from './schemeItem'
import { Score } from './score'
import { SecretaryTerm } from './secretaryTerm'
import { Setting } from './setting'
import { SnapshotList } from './snapshotList'
import { SnapshotRow } from './snapshotRow'
import { Target } from './target'
import { Unit } from './unit'
import { Visit } from './visit'
import { YearScore } from './yearScore'

/** Every table, parents before children. */
export const entities = [
  Unit,
  Enterprise,
  PartyOrg,
  Coverage,
  SecretaryTerm,
  Liaison,
  Assignment,
  Visit,
  Delivery,
  GoalCheck,
  ActivityCount,
  Activity,
  FundEntry,
  FollowUp,
  Target,
  Meeting,
  Decision,
  Proposal,
  Scheme,
  SchemeItem,
  Score,
  QuarterScore,
  YearScore,
  Distinction,
  Period,
  SnapshotRow,
  SnapshotList,
  ImportRun,
  ImportBatch,
  ImportRow,
  Edit,
  EditRange,
  ImportAbsence,
  HeaderMapping,
  WordSynonym,
  AuditEntry,
  Setting,
]
