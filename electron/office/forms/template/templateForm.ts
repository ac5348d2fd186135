import type { TemplateFormId } from '../../../../shared/domain/formId'

/** Which columns of a form a unit may write into. */
export interface TemplateForm {
  /** What one row is, in words for people. */
  subject: string
  /** Tell one record from another. */
  identity: readonly string[]
  /** Decided by the district: locked in issued rows where they are filled, to be typed in new ones. */
  keys: readonly string[]
  /** Follow from other cells or from the ledger: never typed. */
  fixed: readonly string[]
  /** Where the list of records is the ledger's own: only these are typed, and no rows are added. */
  only?: readonly string[]
}

const enterprise = { subject: '企业', identity: ['enterpriseName', 'creditCode'] } as const
const organisation = { subject: '党组织', identity: ['partyOrgName'] } as const
const ledgerKeys = ['unitName', 'enterpriseName', 'creditCode', 'partyOrgName']

const deliveries = ['room', 'board', 'rules', 'plaque', 'flag', 'books'].flatMap((item) =>
  ['state', 'quantity', 'doneOn'].map((fact) => `delivery.${item}.${fact}`),
)
const goals = ['org', 'place', 'fund', 'activity', 'rule', 'effect'].flatMap((goal) => [`goal.${goal}`, `goal.${goal}.evidence`])

const templateForms: Readonly<Record<TemplateFormId, TemplateForm>> = {
  F01: { ...enterprise, keys: ledgerKeys, fixed: [] },
  F02: { ...enterprise, keys: ledgerKeys, fixed: [] },
  F03: {
    ...organisation,
    identity: ['partyOrgName', 'orgCode'],
    keys: ['unitName', 'partyOrgName'],
    fixed: ['coveredCount', 'termEndsOn', 'electionState'],
  },
  F04: {
    subject: '联系关系',
    identity: ['liaisonName', 'enterpriseName'],
    keys: ['liaisonName', 'unitName', 'enterpriseName'],
    fixed: ['hasPartyOrg'],
  },
  F05: {
    subject: '走访记录',
    identity: ['visitedOn', 'liaisonName', 'enterpriseName'],
    keys: ['visitedOn', 'liaisonName', 'unitName', 'enterpriseName'],
    fixed: [],
  },
  F06: {
    ...enterprise,
    keys: ['unitName'],
    fixed: ['unbuiltKind'],
    only: ['unbuiltReason', 'plannedMeasure', 'plannedMode', 'plannedFoundingOn', 'responsibleUnit', 'responsible', 'progress', 'note'],
  },
  F07: {
    ...organisation,
    keys: ['unitName'],
    fixed: ['orgType', 'coveredCount', 'secretaryElsewhere'],
    only: [
      'secretaryName', 'secretaryGender', 'secretaryBirthMonth', 'secretaryEducation', 'secretarySource', 'secretaryIdentity',
      'secretaryPost', 'secretaryFullTime', 'secretarySince', 'secretaryTrainings', 'secretaryPhone', 'note',
    ],
  },
  F08: { ...enterprise, identity: ['enterpriseName'], keys: ['unitName'], fixed: [], only: [...deliveries, 'deliveryAmount', 'receiver', 'handler', 'note'] },
  F09: { ...enterprise, identity: ['enterpriseName'], keys: ['unitName'], fixed: ['goalCount', 'goalAll'], only: ['goalCheckedOn', ...goals, 'goalRemedy', 'note'] },
  F10: {
    subject: '经费收支',
    identity: ['occurredOn', 'payeeName', 'fundSummary'],
    keys: ['unitName', 'payeeName', 'fundDirection'],
    fixed: ['fundBalance'],
  },
  F11S: {
    ...organisation,
    keys: ['unitName'],
    fixed: ['scoreGrade', 'scoreRank'],
    only: ['scoreQ1', 'scoreQ2', 'scoreH1', 'scoreQ3', 'scoreQ4', 'scoreH2', 'scoreYear', 'note'],
  },
  F12: {
    ...organisation,
    keys: ['unitName'],
    fixed: ['termEndsOn', 'daysToTermEnd', 'electionState'],
    only: ['lastElectionOn', 'remindedOn', 'remindedBy', 'extensionNo', 'extendedTo', 'plannedElectionOn', 'electedOn', 'electionMethod', 'note'],
  },
}

export function templateForm(id: TemplateFormId): TemplateForm {
  return templateForms[id]
}
