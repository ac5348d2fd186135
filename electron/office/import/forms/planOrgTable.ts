import { orgKey, orgTypeOfName } from '../../text/orgKey'
import { coverageTaker } from './coverageTaker'
import { numberOf, textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { enterpriseFinder, notFound, orgFinder } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { namesIn } from './namesIn'
import { endFormerTerm, withoutComputedTerm } from './orgTerm'
import { refuseRepeated } from './refuseRepeated'
import { coverageIndex, secretaryIndex } from './relations'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'
import { takeSecretary } from './takeSecretary'

const links: FieldLinks = {
  orgType: 'orgType', mode: 'orgMode', jointBasis: 'jointBasis', code: 'orgCode', parentOrgName: 'parentOrgName', foundedOn: 'orgFoundedOn', approvalNo: 'approvalNo',
  lastElectionOn: 'lastElectionOn', termYears: 'termYears', termEndsOn: 'termEndsOn', deputySecretaries: 'deputySecretaries', committeeSize: 'committeeSize',
  contactName: 'orgContactName', contactPhone: 'orgContactPhone', placeArea: 'placeArea', grade: 'orgGrade', note: 'note',
}

const leaderLinks: FieldLinks = { phone: 'secretaryPhone' }

const members = [
  ['formalMembers', 'formalMembersStated', 'orgFormalMembers'],
  ['probationaryMembers', 'probationaryStated', 'orgProbationaryMembers'],
] as const

/** F03: organisations, whom they cover, and who leads them. */
export const planOrgTable: FormPlanner = ({ ledger, known: { today }, policy }) => {
  const orgs = orgFinder(ledger)
  const findEnterprise = enterpriseFinder(ledger)
  const coverages = coverageIndex(ledger, today)
  const secretaries = secretaryIndex(ledger, today)
  const coverage = coverageTaker(ledger, coverages)
  /** The first row of each organisation. */
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['partyOrgName'])
    const found = issuedOr(scene, row, () => orgs.find(name, row.unit))
    if (!found.record && found.namesakes > 0) return draft.refuse('partyOrgName', 'V-46', notFound('党组织', name, found, ''))
    const before = found.record
    const first = before ? entryOf.get(before) : undefined
    if (first) return refuseRepeated(draft, 'partyOrgName', `“${name}”`, first)
    if (!before && !row.unit) return draft.refuse('unitName', 'V-02', '台账中没有这个党组织，又没有写明所属乡镇(街道)，本行未导入')

    const covered = namesIn(String(values['coveredEnterprises'] ?? ''), (one) => findEnterprise(one, row.unit).record !== null)
    const stated = withoutComputedTerm(statedValues('partyOrg', values, links), before)
    const org = before ?? founded(draft, { name, covered, stated })
    entryOf.set(org, draft.entry)
    draft.place(org, { ...links, name: 'partyOrgName', formalMembersStated: 'orgFormalMembers', probationaryStated: 'orgProbationaryMembers' })
    if (before && policy === 'add') {
      draft.look(before)
      return draft.done(org, name)
    }
    if (before) {
      if (row.unit && before.values['unitId'] !== row.unit.id) draft.report('unitName', 'V-03', 'warning', `台账中该党组织属于“${unitName(before.values['unitId'])}”，隶属未改；确需调整请在党组织中办理`)
      endFormerTerm(draft, before, stated)
      draft.change(before, orgKey(textOf(before, 'name') ?? '') === orgKey(name) ? stated : { ...stated, name: { value: name, column: 'partyOrgName' } })
    }
    coverage.take(draft, org, { names: covered, find: (one) => findEnterprise(one, row.unit).record, day: scene.day })
    const leader = values['secretaryName']
    if (typeof leader === 'string') {
      takeSecretary(draft, secretaries, { org, name: leader, stated: statedValues('secretaryTerm', values, leaderLinks), links: leaderLinks, day: scene.day })
    }
    countMembers(org, draft)
    return draft.done(org, textOf(org, 'name') ?? name)

    function unitName(id: unknown): string {
      return scene.known.units.find((unit) => unit.id === id)?.name ?? ''
    }
  }

  function founded(draft: EntryDraft, { name, covered, stated }: { name: string; covered: readonly string[]; stated: StatedValues }): DraftRecord {
    const { row } = draft.entry
    const mode = covered.length > 1 ? '联合组建' : '单独组建'
    if (!stated['mode']) draft.report('orgMode', 'V-14', 'warning', `组建方式为空，按覆盖的企业数登记为${mode}`)
    const values = { name, unitId: row.unit?.id ?? null, mode, orgType: orgTypeOfName(name), unverified: false }
    const org = draft.add('partyOrg', values, { name: { value: name, column: 'partyOrgName' }, ...stated })
    orgs.add(org)
    return org
  }

  /** The figures of the sheet are kept only where they differ from what the enterprises add up to (V-28 says so). */
  function countMembers(org: DraftRecord, draft: EntryDraft): void {
    const enterprises = coverages.enterprisesOf(org.id).flatMap((id) => ledger.get('enterprise', id) ?? [])
    for (const [counted, kept, column] of members) {
      const value = draft.entry.row.values[column]
      if (typeof value !== 'number') continue
      const sum = enterprises.reduce((all, enterprise) => all + (numberOf(enterprise, counted) ?? 0), 0)
      if (enterprises.length === 0 || value !== sum) draft.change(org, { [kept]: { value, column } })
    }
  }
}
