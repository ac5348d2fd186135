import type { FieldValue, YearCount } from '../../../../shared/record/field'
import { textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { notFound, orgFinder } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { refuseRepeated } from './refuseRepeated'
import { secretaryIndex } from './relations'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'
import { takeSecretary } from './takeSecretary'
import { yearOf } from './yearOf'

const links: FieldLinks = {
  gender: 'secretaryGender', education: 'secretaryEducation', source: 'secretarySource', identity: 'secretaryIdentity', enterprisePost: 'secretaryPost',
  fullTime: 'secretaryFullTime', since: 'secretarySince', phone: 'secretaryPhone', note: 'note',
}

/** F07: who leads each organisation. A vacant post in the sheet ends nothing. */
export const planSecretaryTable: FormPlanner = ({ ledger, known: { today }, policy }) => {
  const orgs = orgFinder(ledger)
  const secretaries = secretaryIndex(ledger, today)
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const { table, day } = scene
    const orgName = String(values['partyOrgName'])
    const found = issuedOr(scene, row, () => orgs.find(orgName, row.unit))
    if (!found.record) return draft.refuse('partyOrgName', 'V-46', notFound('党组织', orgName, found, '登记该党组织(F03)，或核对名称'))
    const org = found.record
    const first = entryOf.get(org)
    if (first) return refuseRepeated(draft, 'partyOrgName', `“${orgName}”`, first)
    entryOf.set(org, draft.entry)
    const current = secretaries.get(org.id)
    const name = values['secretaryName']
    if (typeof name !== 'string') {
      draft.look(org)
      if (current) draft.report('secretaryName', 'V-17', 'notice', `表中书记空缺，台账中为“${textOf(current, 'name') ?? ''}”，未改；已离任的请在党组织中办理`)
      return draft.done(org, orgName)
    }
    if (current && policy === 'add') {
      draft.look(current)
      return draft.done(current, `${name}(${orgName})`)
    }
    takeSecretary(draft, secretaries, { org, name, stated: termOf(draft, current, yearOf(table.above) ?? Number(day.slice(0, 4))), links, day })
    return draft.done(secretaries.get(org.id) ?? org, `${name}(${orgName})`)
  }
}

function termOf(draft: EntryDraft, current: DraftRecord | undefined, year: number): StatedValues {
  const { values } = draft.entry.row
  const stated = statedValues('secretaryTerm', values, links)
  const born = values['secretaryBirthMonth']
  if (typeof born === 'string') Object.assign(stated, statedValues('secretaryTerm', { born: born.slice(0, 7) }, { birthMonth: 'born' }))
  const count = values['secretaryTrainings']
  if (typeof count === 'number') stated['trainings'] = { value: trainings(current?.values['trainings'], { year, count }), column: 'secretaryTrainings' }
  return stated
}

/** What is on record for other years stays. */
function trainings(known: FieldValue | undefined, stated: YearCount): YearCount[] {
  const counts = Array.isArray(known) ? known.filter((part): part is YearCount => typeof part === 'object') : []
  const same = counts.filter(({ year }) => year === stated.year)
  if (same.reduce((sum, { count }) => sum + count, 0) === stated.count && (same.length > 0 || stated.count === 0)) return counts
  return [...counts.filter(({ year }) => year !== stated.year), stated].sort((a, b) => a.year - b.year)
}
