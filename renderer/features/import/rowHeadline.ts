import type { PlannedRow } from '../../../shared/contract/import'

/** What tells one new record of a form from another at a glance, besides its name and unit. */
const headlines: Readonly<Record<string, readonly string[]>> = {
  F01: ['creditCode', 'formalMembers', 'partyOrgName', 'liaisonName'],
  F02: ['creditCode', 'formalMembers', 'partyOrgName', 'liaisonName'],
  F03: ['orgType', 'orgMode', 'coveredEnterprises', 'secretaryName'],
  F04: ['liaisonKind', 'liaisonPhone', 'assignedFrom', 'assignmentState'],
  F05: ['visitMode', 'visitContent', 'problem', 'resolution'],
  F06: ['unbuiltReason', 'plannedMeasure', 'plannedFoundingOn', 'responsible'],
  F07: ['secretaryName', 'secretarySince', 'secretaryPhone'],
  F09: ['goalCheckedOn', 'goalRemedy'],
  F10: ['fundSummary', 'fundUse', 'voucherNo'],
  F11: ['selfScore', 'finalScore', 'deductionReason'],
  F12: ['lastElectionOn', 'termEndsOn', 'plannedElectionOn', 'electedOn'],
}

/** The main things a row would write; of a form without a list of them, whatever comes first. */
export function rowHeadline({ form, changes }: PlannedRow): string {
  const wanted = headlines[form]
  const chosen = wanted ? wanted.flatMap((field) => changes.find((change) => change.field === field) ?? []) : changes.slice(0, 4)
  return chosen.map(({ label, after }) => `${label} ${after.replace(/\s*\n\s*/g, '；')}`).join(' · ')
}
