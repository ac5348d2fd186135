import type { RecordKind } from '../../../../shared/record/recordKind'
import type { ReadForm } from './formFields'
import type { FormPlanner } from './formPlan'
import { planAssignmentTable } from './planAssignmentTable'
import { planDeliveryTable } from './planDeliveryTable'
import { planFundTable } from './planFundTable'
import { planGoalTable } from './planGoalTable'
import { planOrgTable } from './planOrgTable'
import { planQuarterTable } from './planQuarterTable'
import { planScoreTable } from './planScoreTable'
import { planSecretaryTable } from './planSecretaryTable'
import { planTermTable } from './planTermTable'
import { planUnbuiltTable } from './planUnbuiltTable'
import { planVisitTable } from './planVisitTable'

interface PlannedForm {
  form: ReadForm
  planner: FormPlanner
  /** Kinds of records its planner looks at. */
  kinds: readonly RecordKind[]
  /** What its rows are about: what the rules say of such a record as a whole is said; of others, only of their columns. */
  about: RecordKind | null
}

/** The forms in the order they are planned and written: what one adds, those after it may speak of. */
export const plannedForms: readonly PlannedForm[] = [
  { form: 'F03', planner: planOrgTable, kinds: ['enterprise', 'partyOrg', 'coverage', 'secretaryTerm'], about: 'partyOrg' },
  { form: 'F07', planner: planSecretaryTable, kinds: ['partyOrg', 'secretaryTerm'], about: 'secretaryTerm' },
  { form: 'F12', planner: planTermTable, kinds: ['partyOrg'], about: null },
  { form: 'F04', planner: planAssignmentTable, kinds: ['enterprise', 'liaison', 'assignment'], about: 'assignment' },
  { form: 'F05', planner: planVisitTable, kinds: ['enterprise', 'liaison', 'assignment', 'visit'], about: 'visit' },
  { form: 'F06', planner: planUnbuiltTable, kinds: ['enterprise', 'coverage'], about: null },
  { form: 'F08', planner: planDeliveryTable, kinds: ['enterprise', 'delivery'], about: 'delivery' },
  { form: 'F09', planner: planGoalTable, kinds: ['enterprise', 'goalCheck'], about: 'goalCheck' },
  { form: 'F10', planner: planFundTable, kinds: ['enterprise', 'partyOrg', 'fundEntry'], about: 'fundEntry' },
  { form: 'F11', planner: planScoreTable, kinds: ['partyOrg', 'scheme', 'schemeItem', 'score'], about: 'score' },
  { form: 'F11S', planner: planQuarterTable, kinds: ['partyOrg', 'quarterScore', 'yearScore'], about: 'quarterScore' },
]
