import type { RecordRow } from '../../../shared/contract/record'
import { followUpStates } from '../../../shared/domain/followUpStanding'
import { coverageTone } from '../../components/coverageTone'
import type { Tone } from '../../record/gridColumns'
import type { LedgerDescription } from '../../record/ledgerDescription'
import { followUpText } from '../../text/followUp'

const tones: Partial<Record<string, Tone>> = { 逾期: 'bad', 到期: 'warn', 已跟踪: 'good', 未到期: 'plain' }

/** The colour of one of the two looks, by the name of its fact. */
export function lookTone(fact: string) {
  return ({ computed }: Pick<RecordRow, 'computed'>): Tone | null => tones[String(computed[fact] ?? '')] ?? null
}

const { columns, looks } = followUpText
const states = followUpStates.map((value) => ({ value, label: value }))
const shared = {
  kind: 'enterprise',
  columns: [
    { name: 'name', width: 240, pinned: true, readonly: true },
    { name: 'unitName', width: 100 },
    { name: 'establishedOn', readonly: true },
    { name: 'firstLook', header: columns.firstLook, width: 88, tone: lookTone('firstLook') },
    { name: 'firstLookDueOn', header: columns.firstLookDueOn, width: 104 },
    { name: 'firstLookDoneOn', header: columns.firstLookDoneOn, width: 104 },
    { name: 'secondLook', header: columns.secondLook, width: 88, tone: lookTone('secondLook') },
    { name: 'secondLookDueOn', header: columns.secondLookDueOn, width: 104 },
    { name: 'secondLookDoneOn', header: columns.secondLookDoneOn, width: 104 },
    'formalMembers',
    'employees',
    'contactName',
    'contactPhone',
    { name: 'status', header: columns.status, width: 116, tone: coverageTone },
    { name: 'liaisonName', header: columns.liaisonName, width: 90 },
    'unbuiltReason',
  ],
  filters: [
    'unit',
    { field: 'firstLook', label: looks.first, options: states },
    { field: 'secondLook', label: looks.second, options: states },
  ],
  searchHint: followUpText.searchHint,
  closed: true,
  areas: ['followUp', 'coverage', 'assignment', 'setting'],
} satisfies Partial<LedgerDescription>

/** Looks that are 到期 or 逾期, the longest due first. */
export const openLedger: LedgerDescription = {
  ...shared,
  title: followUpText.open,
  fixed: { is: { worklist: ['followUpOpen'] } },
  none: { title: followUpText.none, note: followUpText.noneNote },
  viewKey: 'openFollowUps',
}

/** Enterprises founded within a year, the latest first. */
export const newcomerLedger: LedgerDescription = {
  ...shared,
  title: followUpText.all,
  fixed: { is: { worklist: ['newcomer'] } },
  none: { title: followUpText.noneNew, note: followUpText.noneNewNote },
  viewKey: 'newcomers',
}

/** The looks on record. */
export const recordLedger: LedgerDescription = {
  kind: 'followUp',
  title: followUpText.records,
  columns: [
    { name: 'enterpriseId', width: 240 }, { name: 'unitName', width: 100 }, 'step', 'doneOn',
    { name: 'result', width: 320 }, 'handler', 'note',
  ],
  filters: ['unit', 'step', 'period'],
  searchHint: followUpText.recordsHint,
  keep: ['step', 'doneOn', 'handler'],
  areas: ['enterprise', 'setting'],
}
