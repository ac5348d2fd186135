import type { ParsedInput } from '../../../shared/contract/index'
import type { ProposedOfficer } from '../../../shared/contract/liaison'
import { proposeLiaisons, type Officer, type Site } from '../../../shared/domain/liaisonProposal'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { EntityManager } from '../db/gate'
import { liaisonRepository, type OfficerRecord } from '../db/repositories/liaisonRepository'
import type { Services } from '../dispatch'
import { unitIndex, type KnownUnit, type UnitIndex } from '../import/unitIndex'
import { groupBy } from './groupBy'
import { onlyPresent } from './onlyPresent'
import type { EditChange } from './plannedEdit'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import { staleProposal } from './staleProposal'

type Accepted = ParsedInput<'liaison.acceptProposal'>

/** 联络员分派建议: proposed from the ledger as it is, assigned once a person accepts. */
export function createLiaisonProposalService(
  context: ServiceContext,
): Pick<Services, 'liaison.proposal' | 'liaison.acceptProposal'> {
  const { gate, ports } = context
  return {
    async 'liaison.proposal'({ unitIds }) {
      const { rules, work } = await context.settings()
      const on = ports.clock.today()
      const { uncovered, people, units } = await gate.read(async (manager) => {
        const known = await context.units(manager)
        return {
          uncovered: await liaisonRepository.uncovered(manager, { on, rules, unitIds }),
          people: await peopleInOffice(manager, on, known),
          units: new Map(known.map(({ id, name }) => [id, name])),
        }
      })
      const officers = people.filter(isPlaced)
      const { assignments, left } = proposeLiaisons(uncovered, officers.map(({ officer }) => officer), work.liaisonLimit)
      const added = groupBy(assignments, ({ liaisonId }) => liaisonId)
      const byId = new Map(uncovered.map((enterprise) => [enterprise.id, enterprise]))
      return {
        limit: work.liaisonLimit,
        assignments: assignments.flatMap(({ enterpriseId, liaisonId, reason, shared }) =>
          onlyPresent([enterpriseId], byId).map((enterprise) => ({ enterprise, liaisonId, reason, shared })),
        ),
        officers: officers.map(({ record: { id, version, name, kind, employerPost }, officer }): ProposedOfficer => {
          const before = officer.serves.length
          const after = before + (added.get(id)?.length ?? 0)
          return { id, version, name, kind, employerPost, unitNames: onlyPresent(officer.unitIds, units), roves: officer.roves, before, after }
        }),
        left: left.flatMap(({ id, why }) => onlyPresent([id], byId).map((enterprise) => ({ enterprise, why }))),
        unplaced: people.filter((person) => !isPlaced(person)).map(({ record: { id, name, employerPost } }) => ({ id, name, employerPost })),
      }
    },

    'liaison.acceptProposal': (accepted) =>
      saveEdit(context, async (manager) => {
        await refuseStale(manager, accepted, await context.settings(), ports.clock.today())
        return { changes: assignmentsOf(accepted), stamp: { label: accepted.label, operator: accepted.operator } }
      }),
  }
}

interface Person {
  record: OfficerRecord
  officer: Officer
}

/** By the official order of the first unit each works in; those who only rove last. */
async function peopleInOffice(manager: EntityManager, on: string, units: readonly KnownUnit[]): Promise<Person[]> {
  const index = unitIndex(units)
  const order = new Map(units.map(({ id }, place) => [id, place]))
  const served = groupBy(await liaisonRepository.served(manager, on), ({ liaisonId }) => liaisonId)
  const people = (await liaisonRepository.inOffice(manager)).map((record): Person => {
    return { record, officer: officerOf(record, served.get(record.id) ?? [], index, order) }
  })
  const placeOf = ({ officer }: Person): number => order.get(officer.unitIds[0] ?? 0) ?? units.length
  return people.sort((a, b) => placeOf(a) - placeOf(b))
}

/**
 * No record says what unit a person works in: it is told from the enterprises he has and from his employer. One sent by
 * the district, or of whom neither is known, may be sent anywhere; one sent by a township stays in it.
 */
function officerOf(record: OfficerRecord, serves: readonly Site[], index: UnitIndex, order: ReadonlyMap<number, number>): Officer {
  const employer = record.employerPost ?? ''
  const own = index.find(employer) ?? index.within(employer)
  const unitIds = [...new Set([...(own ? [own.id] : []), ...serves.map(({ unitId }) => unitId)])]
  unitIds.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const roves = record.level === '区级' || (unitIds.length === 0 && record.level !== '乡镇街道级')
  return { id: record.id, unitIds, roves, serves }
}

function isPlaced({ officer }: Person): boolean {
  return officer.roves || officer.unitIds.length > 0
}

async function refuseStale(manager: EntityManager, accepted: Accepted, { rules, work }: OfficeSettings, on: string): Promise<void> {
  const wanted = accepted.assignments.map(({ enterprise }) => enterprise)
  const uncovered = await liaisonRepository.uncovered(manager, { on, rules, ids: wanted.map(({ id }) => id) })
  const present = new Map(uncovered.map(({ id, version }) => [id, version]))
  const gone = wanted.filter(({ id, version }) => present.get(id) !== version)
  if (gone.length > 0) throw staleProposal(manager, 'enterprise', gone.map(({ id }) => id))

  const versions = new Map((await liaisonRepository.inOffice(manager)).map(({ id, version }) => [id, version]))
  const loads = groupBy(await liaisonRepository.served(manager, on), ({ liaisonId }) => liaisonId)
  const added = groupBy(accepted.assignments, ({ liaisonId }) => liaisonId)
  const seen = new Map(accepted.officers.map((officer) => [officer.id, officer]))
  const changed = [...added].filter(([id, own]) => {
    const [officer, before] = [seen.get(id), loads.get(id)?.length ?? 0]
    return officer?.version !== versions.get(id) || officer?.before !== before || before + own.length > work.liaisonLimit
  })
  if (changed.length > 0) throw staleProposal(manager, 'liaison', changed.map(([id]) => id))
}

function assignmentsOf({ assignments, from, frequencyTimes, frequencyUnit }: Accepted): EditChange[] {
  return assignments.map(({ enterprise, liaisonId }, at) => {
    const values = { liaisonId, enterpriseId: enterprise.id, from, frequencyTimes, frequencyUnit }
    return { kind: 'assignment', id: -1 - at, values }
  })
}
