import type { LedgerDescription } from '../../record/ledgerDescription'
import { liaisonText } from '../../text/liaison'
import { visitTone } from './visitTone'

const text = liaisonText.assignments
const { columns, lists } = text

const visiting: LedgerDescription['columns'] = [
  { name: 'visitState', header: columns.visitState, width: 92, tone: visitTone },
  { name: 'missing', header: columns.missing, width: 74, isNumber: true },
  { name: 'asked', header: columns.asked, width: 84, isNumber: true },
  { name: 'doneNow', header: columns.doneNow, width: 96, isNumber: true },
  { name: 'visitDueOn', header: columns.visitDueOn, width: 104 },
  { name: 'visitDays', header: columns.visitDays, width: 64 },
  { name: 'lastVisitOn', header: columns.lastVisitOn, width: 104 },
]
const year: LedgerDescription['columns'] = [
  { name: 'required', header: columns.required, width: 100, isNumber: true },
  { name: 'done', header: columns.done, width: 100, isNumber: true },
  { name: 'rate', header: columns.rate, width: 86, isNumber: true },
]
const who: LedgerDescription['columns'] = [
  { name: 'enterpriseId', width: 230, pinned: true },
  { name: 'liaisonId', width: 110 },
  { name: 'liaisonKind', header: columns.liaisonKind, width: 74 },
]
const shared = {
  kind: 'assignment',
  form: 'F04',
  searchHint: text.searchHint,
  areas: ['visit', 'liaison', 'enterprise', 'setting'],
} satisfies Partial<LedgerDescription>

/** 联系关系: all of them, those that ended too. */
export function assignmentLedger(preset: LedgerDescription['preset']): LedgerDescription {
  return {
    ...shared,
    title: text.title,
    columns: [...who, 'unitName', 'from', 'to', 'frequencyUnit', 'frequencyTimes', ...visiting, ...year, 'endReason', 'note'],
    filters: [
      'unit',
      {
        field: 'worklist',
        label: text.list,
        options: [
          { value: 'living', label: lists.living },
          { value: 'visitOverdue', label: lists.visitOverdue },
          { value: 'visitDue', label: lists.visitDue },
          { value: 'expired', label: lists.expired },
        ],
      },
    ],
    ...(preset ? { preset } : {}),
    keep: ['liaisonId', 'from', 'frequencyTimes', 'frequencyUnit'],
  }
}

/** 逾期未走访: the longest overdue first. */
export const overdueLedger: LedgerDescription = {
  ...shared,
  title: text.overdueTitle,
  columns: [
    ...who, 'unitName', ...visiting, 'frequencyUnit', 'frequencyTimes', ...year,
    { name: 'liaisonPhone', header: columns.liaisonPhone, width: 124 }, { name: 'from', hidden: true },
  ],
  filters: ['unit'],
  fixed: { is: { worklist: ['visitOverdue'] } },
  closed: true,
  none: { title: text.noneOverdue, note: text.noneOverdueNote },
  viewKey: 'overdueVisits',
}
