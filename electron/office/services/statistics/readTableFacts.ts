import { isTermStated, yearStanding } from '../../../../shared/domain/electionReminder'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { personKey } from '../../../../shared/domain/personKey'
import type { FactNeed } from '../../../../shared/domain/statistics/statTable'
import type { DutyFact, EnterpriseFact, OrgFact, PostFact, ScoreFact, TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import { nextVisitBy, visitsEndingIn, visitsMade } from '../../../../shared/domain/visitFrequency'
import type { EntityManager } from '../../db/gate'
import { tableFactsRepository, type OrgRow } from '../../db/repositories/tableFactsRepository'
import { visitRepository } from '../../db/repositories/visitRepository'
import { assessmentSheet } from '../assessmentSheet'
import { chasedStanding } from '../describeOrg'
import { groupBy } from '../groupBy'

export interface FactsQuestion {
  from: string
  cutOff: string
  settings: OfficeSettings
  needs: ReadonlySet<FactNeed>
  /** The enterprises of a period that was locked before a snapshot kept the rest. */
  enterprises?: TableFacts['enterprises'] | undefined
}

/** The facts a table needs, as the ledger has them on a day; `before` and what is not needed stay empty. */
export async function readTableFacts(manager: EntityManager, question: FactsQuestion): Promise<TableFacts> {
  const { needs } = question
  const enterprises = needs.has('enterprises') ? (question.enterprises ?? (await enterprisesOf(manager, question))) : []
  const orgRows = needs.has('orgs') || needs.has('posts') ? await tableFactsRepository.orgs(manager, daysOf(question)) : []
  const covered = groupBy(enterprises.filter(({ inBase, partyOrgId }) => inBase && partyOrgId !== null), ({ partyOrgId }) => partyOrgId)
  return {
    enterprises,
    before: [],
    orgs: orgRows.map((row) => orgFact(row, covered.get(row.id) ?? [], question)),
    posts: needs.has('posts') ? await postsOf(manager, orgRows, question) : [],
    duties: needs.has('duties') ? await dutiesOf(manager, question) : [],
    visits: needs.has('visits') ? await tableFactsRepository.problems(manager, daysOf(question)) : [],
    funds: needs.has('funds') ? await fundsOf(manager, enterprises, question) : [],
    scores: needs.has('scores') ? await scoresOf(manager, question) : [],
  }
}

function daysOf({ from, cutOff }: FactsQuestion): { from: string; to: string } {
  return { from, to: cutOff }
}

async function enterprisesOf(manager: EntityManager, { cutOff, settings, needs }: FactsQuestion): Promise<EnterpriseFact[]> {
  const own = await tableFactsRepository.enterprises(manager, cutOff, settings.rules)
  const facts = own.map((row): EnterpriseFact => ({ ...row, deliveries: {}, deliveryAmount: 0, goals: null }))
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  if (needs.has('deliveries')) {
    for (const { enterpriseId, item, state, amount } of await tableFactsRepository.deliveries(manager, cutOff)) {
      const fact = byId.get(enterpriseId)
      if (!fact) continue
      fact.deliveries[item] = state
      fact.deliveryAmount += amount ?? 0
    }
  }
  if (needs.has('goals')) {
    for (const { enterpriseId, ...judged } of await tableFactsRepository.judgements(manager, cutOff)) {
      const fact = byId.get(enterpriseId)
      if (fact) fact.goals = judged
    }
  }
  return facts
}

function orgFact(row: OrgRow, covered: readonly EnterpriseFact[], { from, cutOff, settings }: FactsQuestion): OrgFact {
  const lives = row.dissolvedOn === null || row.dissolvedOn > cutOff
  const within = (day: string | null): boolean => day !== null && day >= from && day <= cutOff
  const term = row.orgType === null ? null : { ...row, type: row.orgType }
  const standing = term && isTermStated(term) ? yearStanding(term, Number(cutOff.slice(0, 4))) : null
  // The election an organisation is founded with renews nothing.
  const renewed = standing === '本年已换届' && row.lastElectionOn !== row.foundedOn
  return {
    id: row.id,
    unitId: row.unitId,
    lives,
    orgType: row.orgType,
    mode: row.mode,
    covers: covered.map(({ id }) => id),
    foundedInPeriod: within(row.foundedOn),
    dissolvedInPeriod: within(row.dissolvedOn),
    hasSecretary: row.secretaryTermId !== null,
    election: lives ? (chasedStanding(row, cutOff, settings.reminders.electionMonths)?.state ?? null) : null,
    dueThisYear: standing === '本年届满' || renewed,
    electedOnTime: renewed,
  }
}

async function postsOf(manager: EntityManager, orgs: readonly OrgRow[], { cutOff }: FactsQuestion): Promise<PostFact[]> {
  const living = orgs.filter((org) => org.dissolvedOn === null || org.dissolvedOn > cutOff)
  const terms = await tableFactsRepository.posts(manager, living.flatMap((org) => org.secretaryTermId ?? []), Number(cutOff.slice(0, 4)))
  const byId = new Map(terms.map((term) => [term.id, term]))
  return living.flatMap((org): PostFact[] => {
    const term = org.secretaryTermId === null ? undefined : byId.get(org.secretaryTermId)
    if (!term) return []
    const { name, phone, source, identity, fullTime, education, trainings } = term
    return [{ partyOrgId: org.id, unitId: org.unitId, person: personKey(name, phone), source, identity, fullTime, education, trainingsThisYear: trainings }]
  })
}

async function dutiesOf(manager: EntityManager, { from, cutOff, settings }: FactsQuestion): Promise<DutyFact[]> {
  const said = await tableFactsRepository.liaisonsOf(manager)
  const duties = await visitRepository.duties(manager, { on: cutOff, since: '1900-01-01', telephoneCounts: settings.work.telephoneCounts })
  const kindOf = (id: number): string => said.get(id)?.kind ?? ''
  const contacted = new Set(duties.filter(({ isLiving }) => isLiving).map(({ id, enterpriseId }) => `${enterpriseId} ${kindOf(id)}`))
  return duties.map((duty): DutyFact => {
    const { id, unitId, enterpriseId, liaisonId, isLiving: lives, to, visits } = duty
    const required = visitsEndingIn(duty, { from, to: cutOff })
    const done = visitsMade(duty, visits, { from, to: cutOff })
    const ended = to !== null && to < cutOff && (said.get(id)?.endReason ?? null) === null
    return {
      id, unitId, enterpriseId, liaisonId, lives,
      kind: kindOf(id),
      fullTime: said.get(id)?.fullTime === true,
      expired: ended && !contacted.has(`${enterpriseId} ${kindOf(id)}`),
      required,
      done,
      fulfilled: Math.min(done, required),
      overdue: lives && nextVisitBy(duty, visits) < cutOff,
    }
  })
}

async function fundsOf(manager: EntityManager, enterprises: readonly EnterpriseFact[], question: FactsQuestion): Promise<TableFacts['funds']> {
  const covering = new Map(enterprises.map(({ id, partyOrgId }) => [id, partyOrgId]))
  const funds = await tableFactsRepository.funds(manager, daysOf(question))
  return funds.map(({ enterpriseId, ...fund }) => ({
    ...fund,
    partyOrgId: fund.partyOrgId ?? (enterpriseId === null ? null : (covering.get(enterpriseId) ?? null)),
  }))
}

async function scoresOf(manager: EntityManager, { cutOff, settings }: FactsQuestion): Promise<ScoreFact[]> {
  const schemeId = await tableFactsRepository.schemeOf(manager, Number(cutOff.slice(0, 4)))
  if (schemeId === null) return []
  const { rows } = await assessmentSheet(manager, schemeId, { settings, today: cutOff })
  const { grades } = settings.assessment
  return rows.flatMap(({ partyOrgId, name, unitId, year, grade }): ScoreFact[] => {
    const at = grades.findIndex((band) => band.name === grade)
    return year === null ? [] : [{ partyOrgId, name, unitId, points: year, grade: at < 0 ? null : at }]
  })
}
