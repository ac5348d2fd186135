import type { ParsedInput } from '../../../shared/contract/index'
import { jointStrategies, proposeJointOrgs, type JointLimits } from '../../../shared/domain/jointProposal'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../shared/record/field'
import type { EntityManager } from '../db/gate'
import { planRepository } from '../db/repositories/planRepository'
import { readRecords } from '../db/storedRecord'
import type { Services } from '../dispatch'
import { onlyPresent } from './onlyPresent'
import type { EditChange } from './plannedEdit'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import { staleProposal } from './staleProposal'

type Accepted = ParsedInput<'plan.acceptJoint'>

/** 联合组建建议: proposed from the ledger as it is, planned once a person accepts. */
export function createJointProposalService(context: ServiceContext): Pick<Services, 'plan.jointProposal' | 'plan.acceptJoint'> {
  const { gate, ports } = context
  return {
    async 'plan.jointProposal'({ unitIds, strategy }) {
      const settings = await context.settings()
      const query = { on: ports.clock.today(), rules: settings.rules, unitIds }
      const { candidates, unproposed } = await gate.read(async (manager) => ({
        candidates: await planRepository.jointCandidates(manager, query),
        unproposed: await planRepository.unproposed(manager, query),
      }))
      const limits = limitsOf(settings)
      const proposals = jointStrategies.map((one) => proposeJointOrgs(candidates, limits, one))
      const { groups = [], left = [] } = proposals.find((proposal) => proposal.strategy === strategy) ?? {}
      const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
      return {
        ...limits,
        ...unproposed,
        alternatives: proposals.map((proposal) => ({
          strategy: proposal.strategy,
          groups: proposal.groups.length,
          enterprises: candidates.length - proposal.left.length,
          left: proposal.left.length,
        })),
        groups: groups.map(({ bond, formalMembers, enterpriseIds }) => ({ bond, formalMembers, enterprises: onlyPresent(enterpriseIds, byId) })),
        left: left.flatMap(({ id, why }) => onlyPresent([id], byId).map((enterprise) => ({ enterprise, why }))),
      }
    },

    'plan.acceptJoint': (accepted) =>
      saveEdit(context, async (manager) => {
        await refuseStale(manager, accepted, await context.settings(), ports.clock.today())
        return { changes: plansOf(manager, accepted), stamp: { label: accepted.label, operator: accepted.operator } }
      }),
  }
}

function limitsOf({ rules, limits }: OfficeSettings): JointLimits {
  return { minMembers: rules.minMembers, jointLimit: limits.jointLimit }
}

/** The enterprises are still what they were proposed by, and each group still keeps the limits. */
async function refuseStale(manager: EntityManager, { groups }: Accepted, settings: OfficeSettings, on: string): Promise<void> {
  const wanted = groups.flatMap(({ enterprises }) => enterprises)
  const ids = wanted.map(({ id }) => id)
  const present = new Map((await planRepository.jointCandidates(manager, { on, rules: settings.rules, ids })).map((row) => [row.id, row]))
  const { minMembers, jointLimit } = limitsOf(settings)
  const broken = groups.filter(({ enterprises }) => {
    const members = onlyPresent(enterprises.map(({ id }) => id), present)
    const sum = members.reduce((total, { formalMembers }) => total + formalMembers, 0)
    return sum < minMembers || members.length > jointLimit || new Set(members.map(({ unitId }) => unitId)).size > 1
  })
  const gone = wanted.filter(({ id, version }) => present.get(id)?.version !== version)
  const stale = gone.length > 0 ? gone : broken.flatMap(({ enterprises }) => enterprises)
  if (stale.length > 0) throw staleProposal(manager, 'enterprise', stale.map(({ id }) => id))
}

function plansOf(manager: EntityManager, { groups, plannedFoundingOn, responsibleUnit, responsible }: Accepted): EditChange[] {
  const kept = readRecords(manager, 'enterprise', groups.flatMap(({ enterprises }) => enterprises.map(({ id }) => id)))
  return groups.flatMap(({ enterprises, measure }) =>
    enterprises.map(({ id, version }): EditChange => {
      const values = {
        plannedMode: '联合组建',
        plannedFoundingOn,
        plannedMeasure: joined(kept.get(id)?.values['plannedMeasure'], measure),
        ...(responsibleUnit ? { responsibleUnit } : {}),
        ...(responsible ? { responsible } : {}),
      }
      return { kind: 'enterprise', id, version, values }
    }),
  )
}

const mostLetters = 500

/** What was planned before stays; where both do not fit into the field, it stays alone. */
function joined(before: FieldValue | undefined, measure: string): string {
  if (typeof before !== 'string' || before === '') return measure
  const both = `${before}；${measure}`
  return both.length > mostLetters ? before : both
}
