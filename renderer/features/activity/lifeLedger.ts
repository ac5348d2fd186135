import type { RecordRow } from '../../../shared/contract/record'
import { activityNorms } from '../../../shared/domain/activityNorms'
import type { GridColumn, Tone } from '../../record/gridColumns'
import type { LedgerDescription } from '../../record/ledgerDescription'
import { activityText } from '../../text/activity'

/** A count below what is usual stands out; a committee is not everywhere, so its count never does. */
function normColumn({ field, label, norm, needsCommittee }: (typeof activityNorms)[number]): GridColumn {
  return {
    name: field,
    header: activityText.norm(label, norm),
    width: 128,
    tone({ values }: RecordRow): Tone | null {
      const count = values[field]
      return !needsCommittee && typeof count === 'number' && count < norm ? 'warn' : null
    },
  }
}

const [members, committee, groups, themeDays] = activityNorms

/** 组织生活 of one quarter: organisations × counts. */
export function lifeLedger(quarter: string): LedgerDescription {
  return {
    kind: 'activityCount',
    title: activityText.life,
    columns: [
      { name: 'partyOrgId', width: 300, pinned: true, readonly: true },
      { name: 'unitName', header: activityText.unit, width: 130 },
      normColumn(members),
      normColumn(committee),
      normColumn(groups),
      'lectures',
      normColumn(themeDays),
      'other',
      'note',
      { name: 'quarter', hidden: true, readonly: true },
    ],
    filters: ['unit'],
    searchHint: activityText.searchHint,
    fixed: { is: { quarter: [quarter] } },
    preset: { quarter },
    keep: ['quarter'],
    none: { title: activityText.none(quarter), note: activityText.noneNote },
    areas: ['partyOrg'],
  }
}
