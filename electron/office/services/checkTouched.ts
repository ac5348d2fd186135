import type { Finding } from '../../../shared/contract/record'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import { ruleFacts } from '../db/repositories/ruleFacts'
import { unitRepository } from '../db/repositories/unitRepository'
import { checkFacts } from '../import/checkFacts'
import type { ImportField } from '../import/importField'
import { checkDistinction, checkEnterprise } from '../records/rules/enterpriseRules'
import { checkAssignment, checkVisit } from '../records/rules/liaisonRules'
import { checkCoverage, checkPartyOrg, checkSecretaryTerm } from '../records/rules/partyOrgRules'
import { count, text } from '../records/rules/say'
import { checkUnit } from '../records/rules/unitRules'
import {
  checkActivityCount,
  checkBelongs,
  checkDecision,
  checkDelivery,
  checkFundEntry,
  checkGoal,
  checkProposal,
  checkSchemeItem,
  checkScore,
} from '../records/rules/workRules'
import type { TouchedRecord } from './touchedRecord'

export interface CheckScene {
  settings: OfficeSettings
  today: string
  /** What only explains is not asked for: a save needs to know what blocks it. */
  errorsOnly: boolean
}

/** Reads the neighbours of one record and asks its rule. */
type Rule = (manager: EntityManager, record: TouchedRecord, scene: CheckScene) => Promise<Finding[]>

const rulesOf: Partial<Record<RecordKind, Rule>> = {
  async unit(manager, { id, after: { values } }) {
    const others = (await unitRepository.list(manager)).filter((unit) => unit.id !== id)
    return checkUnit(values, others)
  },
  async partyOrg(manager, { id, after }, { settings, today }) {
    return checkPartyOrg(after.values, {
      covered: await ruleFacts.coveredBy(manager, id, today),
      sameName: await ruleFacts.hasNamesake(manager, id),
      hasSecretary: await ruleFacts.hasSecretary(manager, id, today),
      minMembers: settings.rules.minMembers,
      jointLimit: settings.limits.jointLimit,
      today,
    })
  },
  async coverage(manager, { id, after: { values } }, { settings }) {
    const partyOrgId = count(values, 'partyOrgId') ?? 0
    const enterpriseId = count(values, 'enterpriseId') ?? 0
    const [from, to] = [text(values, 'since'), text(values, 'until')]
    return checkCoverage(values, {
      others: await ruleFacts.otherCoverages(manager, { id, enterpriseId }),
      org: await ruleFacts.orgOf(manager, partyOrgId),
      alsoCovered: await ruleFacts.alsoCovered(manager, { partyOrgId, enterpriseId, from, to }),
      formalMembers: await ruleFacts.formalMembers(manager, enterpriseId),
      minMembers: settings.rules.minMembers,
    })
  },
  async secretaryTerm(manager, { id, after: { values } }) {
    const partyOrgId = count(values, 'partyOrgId') ?? 0
    return checkSecretaryTerm(values, {
      others: await ruleFacts.otherTerms(manager, { id, partyOrgId }),
      alsoHeads: await ruleFacts.alsoHeads(manager, {
        partyOrgId,
        name: text(values, 'name') ?? '',
        phone: text(values, 'phone'),
      }),
    })
  },
  async assignment(manager, { id, after: { values } }) {
    const liaison = await ruleFacts.liaisonOf(manager, count(values, 'liaisonId') ?? 0)
    const enterpriseId = count(values, 'enterpriseId') ?? 0
    const kind = liaison?.kind ?? ''
    return checkAssignment(values, { liaison, others: await ruleFacts.otherAssignments(manager, { id, enterpriseId, kind }) })
  },
  async visit(manager, { after: { values } }) {
    const [liaisonId, enterpriseId] = [count(values, 'liaisonId') ?? 0, count(values, 'enterpriseId') ?? 0]
    return checkVisit(values, {
      assigned: await ruleFacts.assignedSpans(manager, liaisonId, enterpriseId),
      follows: await ruleFacts.followedVisit(manager, count(values, 'followsVisitId')),
    })
  },
  async delivery(manager, { after: { values } }, { settings, today }) {
    const enterpriseId = count(values, 'enterpriseId') ?? 0
    const built = await ruleFacts.builtAmong(manager, [enterpriseId], today)
    return checkDelivery(values, { built: built.has(enterpriseId), wording: settings })
  },
  goalCheck: async (_manager, { after }) => checkGoal(after.values),
  activityCount: async (_manager, { after }) => checkActivityCount(after.values),
  activity: async (_manager, { after }) => checkBelongs(after.values),
  async fundEntry(manager, { after: { values } }) {
    const holder = { partyOrgId: count(values, 'partyOrgId'), enterpriseId: count(values, 'enterpriseId') }
    const on = text(values, 'occurredOn') ?? ''
    return checkFundEntry(values, await ruleFacts.fundBalance(manager, { ...holder, on }))
  },
  decision: async (_manager, { after }) => checkDecision(after.values),
  proposal: async (_manager, { after }) => checkProposal(after.values),
  async schemeItem(manager, { after: { values } }) {
    return checkSchemeItem(values, await ruleFacts.schemePoints(manager, count(values, 'schemeId') ?? 0))
  },
  async score(manager, { after: { values } }) {
    return checkScore(values, await ruleFacts.itemPoints(manager, count(values, 'schemeItemId') ?? 0))
  },
  distinction: async (_manager, { after }) => checkDistinction(after.values),
}

/**
 * What the rules say of records and their neighbours as they stand now, inside the write that changed them. Records in
 * the recycle bin are not checked; the fields themselves have been (checkFields).
 */
export async function checkTouched(
  manager: EntityManager,
  touched: readonly TouchedRecord[],
  scene: CheckScene,
): Promise<Map<TouchedRecord, Finding[]>> {
  const living = [...new Set(touched)].filter(({ after }) => !after.removed)
  const enterprises = await checkEnterprises(manager, living.filter(({ kind }) => kind === 'enterprise'), scene)
  const found = new Map<TouchedRecord, Finding[]>()
  for (const record of living) {
    const rule = rulesOf[record.kind]
    found.set(record, [...((await rule?.(manager, record, scene)) ?? []), ...(enterprises.get(record) ?? [])])
  }
  return found
}

/** Fields of an import row that are fields of an enterprise, where they are called differently. */
const enterpriseFields: Partial<Record<ImportField, string>> = { enterpriseName: 'name' }

async function checkEnterprises(
  manager: EntityManager,
  records: readonly TouchedRecord[],
  { settings, today, errorsOnly }: CheckScene,
): Promise<Map<TouchedRecord, Finding[]>> {
  const { rules, limits } = settings
  const ids = records.map(({ id }) => id)
  const found = new Map<TouchedRecord, Finding[]>()
  if (ids.length === 0) return found
  // Neighbours give an enterprise reason to warn, never to refuse.
  const explained = errorsOnly ? [] : await enterpriseRepository.ledgerRows(manager, { ids, asOf: today, rules })
  const rows = new Map(explained.map((row) => [row.id, row]))
  const same = new Map(errorsOnly ? [] : (await ruleFacts.sameNames(manager, ids)).map(({ id, name }) => [id, name]))
  const built = errorsOnly ? new Set<number>() : await ruleFacts.builtAmong(manager, ids, today)
  for (const record of records) {
    const { id, before, after } = record
    const row = rows.get(id)
    const { fields } = definitionOf('enterprise')
    const facts = row ? checkFacts(row, { rules, limits, wording: settings, today, orgMembers: row.formalMembers, asked: () => true }) : []
    const general = facts.flatMap(({ field, level, code, message }): Finding[] => {
      const name = enterpriseFields[field] ?? field
      // What the field's own rule says already is not said twice, and a sheet's error is a record's warning.
      if (code === 'V-12' || (code === 'V-06' && row?.creditCode)) return []
      return [{ field: name in fields ? name : null, level: level === 'error' ? 'warning' : level, code, message }]
    })
    const own = checkEnterprise(after.values, {
      before: before?.values ?? null,
      sameName: same.get(id) ?? null,
      built: built.has(id),
      words: settings.words,
    })
    found.set(record, [...own, ...general])
  }
  return found
}
