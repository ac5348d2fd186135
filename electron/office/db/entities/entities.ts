import { Assignment } from './assignment'
import { AuditEntry } from './auditEntry'
import { Coverage } from './coverage'
import { Delivery } from './delivery'
import { Enterprise } from './enterprise'
import { GoalCheck } from './goalCheck'
import { ImportBatch } from './importBatch'
import { ImportRow } from './importRow'
import { Liaison } from './liaison'
import { PartyOrg } from './partyOrg'
import { SecretaryTerm } from './secretaryTerm'
import { Setting } from './setting'
import { Unit } from './unit'

/** Every table, parents before children. */
export const entities = [
  Unit,
  Enterprise,
  PartyOrg,
  Coverage,
  SecretaryTerm,
  Liaison,
  Assignment,
  Delivery,
  GoalCheck,
  ImportBatch,
  ImportRow,
  AuditEntry,
  Setting,
]
