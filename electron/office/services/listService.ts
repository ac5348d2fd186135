import type { Services } from '../dispatch'
import { deliveryRepository } from '../db/repositories/deliveryRepository'
import { liaisonRepository } from '../db/repositories/liaisonRepository'
import { orgRepository } from '../db/repositories/orgRepository'
import { standingOf } from './describeOrg'
import { groupBy } from './groupBy'
import { loadKnownEnterprises } from './knownLedger'
import type { ServiceContext } from './serviceContext'

/** Flat lists of organisations, liaisons and deliveries. */
export function createListService(context: ServiceContext): Pick<Services, 'partyOrg.list' | 'liaison.list' | 'delivery.list'> {
  const { gate, ports } = context
  return {
    async 'partyOrg.list'({ unitId, asOf }) {
      const date = asOf ?? ports.clock.today()
      const { rules, reminders } = await context.settings()
      return gate.read(async (manager) => {
        const orgs = await orgRepository.list(manager, { asOf: date })
        const covered = groupBy(await loadKnownEnterprises(manager, date, rules), (enterprise) => enterprise.partyOrgId)
        return orgs
          .filter((org) => unitId === undefined || org.unitId === unitId)
          .map((org) => {
            const enterprises = covered.get(org.id) ?? []
            const standing = standingOf(org, date, reminders.electionMonths)
            return {
              id: org.id, unitName: org.unitName, name: org.name, orgType: org.orgType, mode: org.mode, jointBasis: org.jointBasis,
              parentOrgName: org.parentOrgName, foundedOn: org.foundedOn, lastElectionOn: org.lastElectionOn,
              termEndsOn: standing?.endsOn ?? org.termEndsOn, electionState: standing?.state ?? null,
              secretaryName: org.secretaryName, secretarySource: org.secretarySource, secretaryPhone: org.secretaryPhone,
              coveredCount: enterprises.length,
              coveredEnterprises: enterprises.map((enterprise) => enterprise.enterpriseName),
              formalMembers: enterprises.reduce((sum, enterprise) => sum + (enterprise.formalMembers ?? 0), 0),
              unverified: org.unverified,
            }
          })
      })
    },

    async 'liaison.list'({ unitId, asOf }) {
      const date = asOf ?? ports.clock.today()
      const rules = await context.rules()
      return gate.read(async (manager) => {
        const liaisons = await liaisonRepository.list(manager, { asOf: date })
        const known = await loadKnownEnterprises(manager, date, rules, unitId === undefined ? undefined : [unitId])
        const assigned = groupBy(known, (enterprise) => enterprise.liaisonId)
        return liaisons
          .filter((liaison) => liaison.active && (unitId === undefined || assigned.has(liaison.id)))
          .map(({ id, name, kind, fullTime, employerPost, phone }) => {
            const enterprises = (assigned.get(id) ?? []).map((enterprise) => enterprise.enterpriseName)
            return { id, name, kind, fullTime, employerPost, phone, enterpriseCount: enterprises.length, enterprises }
          })
      })
    },

    async 'delivery.list'({ unitId }) {
      const deliveries = await gate.read((manager) => deliveryRepository.list(manager))
      return deliveries
        .filter((delivery) => unitId === undefined || delivery.unitId === unitId)
        .map(({ id, unitName, enterpriseId, enterpriseName, item, state, quantity, unitLabel, amount, doneOn }) => ({
          id, unitName, enterpriseId, enterpriseName, item, state, quantity, unitLabel, amount, doneOn,
        }))
    },
  }
}
