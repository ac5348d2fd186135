import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import { orgRepository } from '../db/repositories/orgRepository'
import { workRepository } from '../db/repositories/workRepository'
import type { Computed, ComputeScene } from './computeScene'
import { coverageFacts } from './coverageFacts'
import { electionStateOf, standingOf } from './describeOrg'
import { ledgerRowOf } from './enterpriseService'
import { proposalFacts } from './proposalFacts'
import { assignmentFacts, liaisonFacts, planFacts, visitFacts } from './workFacts'

type Compute = (manager: EntityManager, ids: readonly number[], scene: ComputeScene) => Promise<Map<number, Computed>>

/** Facts of a record that are computed from others when it is listed, by kind; each name is explained in docs/domain.md. */
const computing: Partial<Record<RecordKind, Compute>> = {
  async enterprise(manager, ids, scene) {
    const { today, settings } = scene
    const plans = await planFacts(manager, ids, scene)
    const rows = await enterpriseRepository.ledgerRows(manager, { ids, asOf: today, rules: settings.rules })
    return new Map(
      rows.map((row) => {
        const { status, reason, inBase, sizeBand, partyOrgName, liaisonName } = ledgerRowOf(row, settings)
        return [row.id, { status, reason, inBase, sizeBand, partyOrgName, liaisonName, ...plans.get(row.id) }]
      }),
    )
  },

  async partyOrg(manager, ids, { today, settings }) {
    const orgs = new Map((await orgRepository.list(manager, { asOf: today, ids })).map((org) => [org.id, org]))
    const members = new Map((await workRepository.orgMembers(manager, ids, today)).map(({ id, ...sums }) => [id, sums]))
    return new Map(
      ids.map((id) => {
        const org = orgs.get(id)
        const standing = org && standingOf(org, today, settings.reminders.electionMonths)
        return [
          id,
          {
            state: org ? '在用' : '已撤销',
            covers: org?.covers ?? 0,
            formalMembers: members.get(id)?.formalMembers ?? 0,
            probationaryMembers: members.get(id)?.probationaryMembers ?? 0,
            secretaryName: org?.secretaryName ?? null,
            secretaryPhone: org?.secretaryPhone ?? null,
            endsOn: standing?.endsOn ?? null,
            electionState: org ? electionStateOf(org, today, settings.reminders.electionMonths) : null,
            daysToTermEnd: standing?.days ?? null,
            overdueMoreThanYear: standing?.overdueMoreThanYear ?? false,
          },
        ]
      }),
    )
  },

  coverage: coverageFacts,
  liaison: liaisonFacts,
  assignment: assignmentFacts,
  visit: visitFacts,
  proposal: proposalFacts,
}

/** Computed facts by record id; nothing for kinds without any. */
export async function computedFacts(manager: EntityManager, kind: RecordKind, ids: readonly number[], scene: ComputeScene): Promise<Map<number, Computed>> {
  return (await computing[kind]?.(manager, ids, scene)) ?? new Map<number, Computed>()
}
