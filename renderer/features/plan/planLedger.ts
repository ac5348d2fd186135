import type { RecordRow } from '../../../shared/contract/record'
import { planStates } from '../../../shared/domain/planStanding'
import { enterpriseRecord } from '../../../shared/record/enterprise'
import { coverageTone } from '../../components/coverageTone'
import type { Tone } from '../../record/gridColumns'
import type { LedgerDescription } from '../../record/ledgerDescription'
import { planText } from '../../text/plan'

const tones: Partial<Record<string, Tone>> = { 逾期: 'bad', 本月到期: 'warn', 已列计划: 'info' }

/** The colour of how far a plan is. */
export function planTone({ computed }: Pick<RecordRow, 'computed'>): Tone | null {
  return tones[String(computed['planState'] ?? '')] ?? null
}

const { columns, groups } = planText
const fieldGroups = [
  { title: groups.why, fields: ['unbuiltReason', 'unbuiltNote'] },
  { title: groups.plan, fields: ['plannedMode', 'plannedFoundingOn', 'responsibleUnit', 'responsible', 'plannedMeasure', 'progress'] },
  { title: groups.members, fields: ['formalMembers', 'probationaryMembers', 'activists', 'applicants'] },
]
const shown = new Set(fieldGroups.flatMap(({ fields }) => fields))
const shared = {
  kind: 'enterprise',
  form: 'F06',
  columns: [
    { name: 'name', width: 240, pinned: true, readonly: true },
    { name: 'unitName', width: 100 },
    { name: 'planState', header: columns.planState, width: 92, tone: planTone },
    'formalMembers',
    { name: 'unbuiltReason', width: 150 },
    'plannedMode',
    'plannedFoundingOn',
    'plannedMeasure',
    'progress',
    'responsibleUnit',
    'responsible',
    { name: 'status', header: columns.status, width: 116, tone: coverageTone },
    { name: 'liaisonName', header: columns.liaisonName, width: 90 },
    'unbuiltNote',
    'employees',
  ],
  filters: [
    'unit',
    { field: 'planState', label: planText.plan, options: planStates.map((value) => ({ value, label: value })) },
    'unbuiltReason',
    'plannedMode',
  ],
  searchHint: planText.searchHint,
  groups: fieldGroups,
  hide: Object.keys(enterpriseRecord.fields).filter((name) => !shown.has(name)),
  closed: true,
  areas: ['coverage', 'partyOrg', 'assignment', 'setting'],
} satisfies Partial<LedgerDescription>

/** 应建未建 with the plan of each, the overdue first. */
export const dueLedger: LedgerDescription = {
  ...shared,
  title: planText.due,
  fixed: { is: { worklist: ['dueUnbuilt'] } },
  none: { title: planText.none, note: planText.noneNote },
  viewKey: 'dueUnbuilt',
}

/** Every 实体运营 enterprise without an organisation. */
export const unbuiltLedger: LedgerDescription = {
  ...shared,
  title: planText.all,
  fixed: { is: { worklist: ['unbuilt'] } },
  none: { title: planText.noneUnbuilt, note: planText.noneUnbuiltNote },
  viewKey: 'allUnbuilt',
}
