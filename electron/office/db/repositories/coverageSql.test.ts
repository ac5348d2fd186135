import fc from 'fast-check'
import type { EntityManager } from 'typeorm'
import { expect, it } from 'vitest'
import {
  coverageStatus,
  isEligible,
  isInBase,
  isRegistered,
  livesOn,
  type CoverageFacts,
  type CoverageRules,
} from '../../../../shared/domain/coverage'
import { addS1, s1CountColumns, s1Counted, type S1CountColumn } from '../../../../shared/domain/s1'
import { liaisonKinds, operatingStatuses, orgModes, sectors } from '../../../../shared/domain/valueDomain'
import { bulkInsert, bulkUpdate } from '../bulkInsert'
import { Assignment } from '../entities/assignment'
import { Coverage } from '../entities/coverage'
import { Enterprise } from '../entities/enterprise'
import { Liaison } from '../entities/liaison'
import { PartyOrg } from '../entities/partyOrg'
import { Unit } from '../entities/unit'
import type { Gate } from '../gate'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'
import { orgRepository } from './orgRepository'
import { coverageSets } from '../../../../shared/domain/statistics/coverageSets'
import { s1Repository } from './s1Repository'
import { tableFactsRepository } from './tableFactsRepository'

const folders = testFolders()
const asOf = '2026-06-30'
const units = [1, 2, 3]

const date = fc.constantFrom(null, '2020-01-01', '2026-06-29', asOf, '2026-07-01')
const flag = fc.constantFrom(null, false, true)
const isDeleted = fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0)
const enterprise = fc.record({
  unitId: fc.constantFrom(1, 2),
  operatingStatus: fc.oneof(fc.constant('正常经营' as const), fc.constantFrom(...operatingStatuses)),
  sector: fc.oneof(fc.constant('非公企业' as const), fc.constantFrom(...sectors)),
  isLegalPerson: fc.boolean(),
  isThreeHave: flag,
  employees: fc.constantFrom(null, 0, 9, 10, 50),
  formalMembers: fc.constantFrom(null, 0, 2, 3, 4),
  isAboveScale: flag,
  hasUnion: flag,
  hasLeague: flag,
  hasWomenOrg: flag,
  isDeleted,
})
const org = fc.record({ mode: fc.constantFrom(...orgModes), dissolvedOn: date, isDeleted })
const liaison = fc.record({ kind: fc.constantFrom(...liaisonKinds), active: fc.boolean(), isDeleted })
const index = fc.nat({ max: 50 })
// Mostly living on the date, so that several compete for one enterprise.
const begins = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(null, '2020-01-01', '2021-01-01') }, date)
const ends = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(null, '2030-01-01') }, date)
const relation = fc.record({ from: index, to: index, begins, ends, isDeleted })

const ledger = fc.record({
  enterprises: fc.array(enterprise, { minLength: 1, maxLength: 4 }),
  orgs: fc.array(org, { minLength: 1, maxLength: 3 }),
  coverages: fc.array(relation, { maxLength: 12, size: 'max' }),
  liaisons: fc.array(liaison, { minLength: 1, maxLength: 3 }),
  assignments: fc.array(relation, { maxLength: 8, size: 'max' }),
})
type Random = typeof ledger extends fc.Arbitrary<infer T> ? T : never
type Ledger = ReturnType<typeof withIds>

const rarely = fc.nat({ max: 4 }).map((chance) => chance === 0)
const rules = fc.record({
  base: fc.subarray([...operatingStatuses]),
  minMembers: fc.constantFrom(1, 3, 4),
  womenCount: fc.boolean(),
  enterprisesOnly: fc.boolean(),
  legalPersonsOnly: rarely,
  threeHaveOnly: rarely,
  baseEmployees: fc.constantFrom(0, 0, 0, 1, 10),
})

/** Ids counted from 1; of the open relations of one enterprise only the first is kept, as the unique index demands. */
function withIds(random: Random) {
  const numbered = <T>(rows: readonly T[]): (T & { id: number })[] => rows.map((row, i) => ({ ...row, id: i + 1 }))
  const open = new Set<number>()
  return {
    enterprises: numbered(random.enterprises),
    orgs: numbered(random.orgs),
    liaisons: numbered(random.liaisons),
    coverages: numbered(random.coverages)
      .map((row) => ({
        ...row,
        partyOrgId: (row.from % random.orgs.length) + 1,
        enterpriseId: (row.to % random.enterprises.length) + 1,
      }))
      .filter((row) => {
        if (row.ends !== null || row.isDeleted) return true
        const isFirst = !open.has(row.enterpriseId)
        open.add(row.enterpriseId)
        return isFirst
      }),
    assignments: numbered(random.assignments).map((row) => ({
      ...row,
      liaisonId: (row.from % random.liaisons.length) + 1,
      enterpriseId: (row.to % random.enterprises.length) + 1,
    })),
  }
}

async function store(manager: EntityManager, { enterprises, orgs, coverages, liaisons, assignments }: Ledger) {
  const gone = (rows: readonly { id: number; isDeleted: boolean }[]) =>
    rows.filter((row) => row.isDeleted).map(({ id }) => ({ id, deletedAt: '2026-06-01T00:00:00.000Z' }))
  await bulkInsert(
    manager,
    Unit,
    units.map((id) => ({ id, name: `单位${id}`, kind: '街道', sortNo: 10 - id, active: id !== 3 })),
  )
  await bulkInsert(
    manager,
    Enterprise,
    enterprises.map(({ isDeleted: _, ...row }) => {
      const name = `企业${row.id}`
      return { ...row, name, nameKey: name, searchText: name, sortKey: name }
    }),
  )
  await bulkUpdate(manager, Enterprise, gone(enterprises))
  await bulkInsert(
    manager,
    PartyOrg,
    orgs.map(({ id, mode, dissolvedOn }) => ({ id, mode, dissolvedOn, name: `组织${id}`, nameKey: `${id}`, unitId: 1 })),
  )
  await bulkUpdate(manager, PartyOrg, gone(orgs))
  for (const row of coverages) {
    const { id, partyOrgId, enterpriseId, begins, ends, isDeleted: hides } = row
    await bulkInsert(manager, Coverage, [
      { id, partyOrgId, enterpriseId, since: begins, until: hides ? '2020-01-01' : ends },
    ])
    if (hides) await bulkUpdate(manager, Coverage, [{ id, until: ends, deletedAt: '2026-06-01T00:00:00.000Z' }])
  }
  await bulkInsert(
    manager,
    Liaison,
    liaisons.map(({ id, kind, active }) => ({ id, kind, active, name: `联络${id}` })),
  )
  await bulkUpdate(manager, Liaison, gone(liaisons))
  await bulkInsert(
    manager,
    Assignment,
    assignments.map(({ id, liaisonId, enterpriseId, begins, ends }) => ({
      id,
      liaisonId,
      enterpriseId,
      from: begins,
      to: ends,
      frequencyTimes: 1,
      frequencyUnit: '季',
    })),
  )
  await bulkUpdate(manager, Assignment, gone(assignments))
}

interface Expected {
  id: number
  unitId: number
  facts: CoverageFacts
  isAboveScale: boolean
  partyOrgId: number | null
  liaisonName: string | null
}

/** What docs/domain.md 3.2 says, read from the ledger row by row. */
function expectedOf(random: Ledger): Expected[] {
  return random.enterprises
    .filter((row) => !row.isDeleted)
    .map((row) => {
      const covering = latest(
        random.coverages.filter((relation) => {
          const org = random.orgs[relation.partyOrgId - 1]
          return (
            relation.enterpriseId === row.id &&
            !relation.isDeleted &&
            livesOn(relation.begins, relation.ends, asOf) &&
            org !== undefined &&
            !org.isDeleted &&
            (org.dissolvedOn === null || org.dissolvedOn > asOf)
          )
        }),
      )
      const living = random.assignments.flatMap((relation) => {
        const liaison = random.liaisons[relation.liaisonId - 1]
        const lives =
          relation.enterpriseId === row.id &&
          !relation.isDeleted &&
          livesOn(relation.begins, relation.ends, asOf) &&
          liaison?.active &&
          !liaison.isDeleted
        return lives ? [{ ...relation, kind: liaison.kind }] : []
      })
      const shown = latest(living.filter(({ kind }) => kind === '指导员')) ?? latest(living)
      return {
        id: row.id,
        unitId: row.unitId,
        isAboveScale: row.isAboveScale === true,
        partyOrgId: covering?.partyOrgId ?? null,
        liaisonName: shown ? `联络${shown.liaisonId}` : null,
        facts: {
          ...row,
          orgMode: covering ? (random.orgs[covering.partyOrgId - 1]?.mode ?? null) : null,
          liaised: living.length > 0,
        },
      }
    })
}

function latest<T extends { id: number; begins: string | null }>(relations: readonly T[]): T | undefined {
  return [...relations].sort((a, b) => {
    const begins = (a.begins ?? '') < (b.begins ?? '') ? -1 : (a.begins ?? '') > (b.begins ?? '') ? 1 : 0
    return begins || a.id - b.id
  })[relations.length - 1]
}

function isCounted(column: S1CountColumn, row: Expected, inForce: CoverageRules): boolean {
  const { facts, isAboveScale } = row
  if (column === 'C') return isRegistered(facts)
  if (!isInBase(facts, inForce)) return false
  const status = coverageStatus(facts, inForce)
  const isBuilt = status === '单独' || status === '联合'
  const isEligibleToo = isEligible(facts, inForce)
  const belongs: Record<Exclude<S1CountColumn, 'C'>, boolean> = {
    D: true,
    E: isAboveScale,
    F: isEligibleToo,
    G: isBuilt,
    H: status === '单独',
    I: status === '联合',
    L: isEligibleToo && isBuilt,
    M: isEligibleToo && !isBuilt,
    O: isAboveScale && isBuilt,
    Q: !isBuilt,
    R: status === '工作覆盖(联络)',
    S: status === '工作覆盖(群团)',
    T: status === '工作覆盖(联络)' || status === '工作覆盖(群团)',
    U: status === '未覆盖',
  }
  return belongs[column]
}

/** Runs `check` on the stored ledger and takes it away again. */
async function withLedger(gate: Gate, random: Ledger, check: (manager: EntityManager) => Promise<void>) {
  const over = new Error('over')
  await gate
    .write(async (manager) => {
      await store(manager, random)
      await check(manager)
      throw over
    })
    .catch((error: unknown) => {
      if (error !== over) throw error
    })
}

it('decides in SQL what the domain rules decide, on random ledgers', { timeout: 120_000 }, async () => {
  const { gate } = await folders.open()
  await fc.assert(
    fc.asyncProperty(ledger.map(withIds), rules, async (random, inForce) => {
      const expected = expectedOf(random)
      await withLedger(gate, random, async (manager) => {
        const query = { sort: null, asOf, rules: inForce, offset: 0, limit: 100 }
        const page = await enterpriseRepository.page(manager, { ...query, filter: {} })
        const byId = [...page.rows].sort((a, b) => a.id - b.id)
        expect(page.total).toBe(expected.length)
        expect(
          byId.map(({ id, status, inBase, orgMode, hasPartyOrg, liaisonName }) => {
            return { id, status, inBase, orgMode, hasPartyOrg, liaisonName }
          }),
        ).toEqual(
          expected.map(({ id, facts, liaisonName }) => ({
            id,
            status: coverageStatus(facts, inForce),
            inBase: isInBase(facts, inForce),
            orgMode: facts.orgMode,
            hasPartyOrg: facts.orgMode !== null,
            liaisonName,
          })),
        )

        const facts = await tableFactsRepository.enterprises(manager, asOf, inForce)
        for (const figure of s1CountColumns) {
          const among = facts.map((row) => ({ ...row, deliveries: {}, deliveryAmount: 0, goals: null })).filter(coverageSets[figure])
          expect(among.map(({ id }) => id), figure).toEqual(expected.filter((row) => isCounted(figure, row, inForce)).map(({ id }) => id))
          const { total, rows } = await enterpriseRepository.page(manager, { ...query, filter: { figure } })
          const ids = expected.filter((row) => isCounted(figure, row, inForce)).map(({ id }) => id)
          expect(rows.map(({ id }) => id).sort(), figure).toEqual(ids)
          expect(total).toBe(ids.length)
        }

        const counts = await s1Repository.counts(manager, asOf, inForce)
        const shown = units.filter((id) => id !== 3 || expected.some(({ unitId }) => unitId === id))
        expect(counts.map(({ unitId }) => unitId)).toEqual(shown.reverse())
        for (const { unitId, ...figures } of counts) {
          for (const column of s1Counted) {
            const counted = expected.filter((row) => row.unitId === unitId && isCounted(column, row, inForce))
            expect(figures[column], `${unitId} ${column}`).toBe(counted.length)
          }
        }
        expect(addS1(counts).C).toBe(expected.filter(({ facts }) => isRegistered(facts)).length)

        for (const { id, covers } of await orgRepository.list(manager, { asOf })) {
          const covered = expected.filter(({ partyOrgId }) => partyOrgId === id).map((row) => row.id)
          expect(covers).toBe(covered.length)
          expect((await orgRepository.covered(manager, id, asOf)).map((row) => row.id)).toEqual(covered)
        }
      })
    }),
    { numRuns: 200 },
  )
})
