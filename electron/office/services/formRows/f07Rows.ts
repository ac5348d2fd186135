import { personKey } from '../../../../shared/domain/personKey'
import type { FieldValue, YearCount } from '../../../../shared/record/field'
import { orgRepository } from '../../db/repositories/orgRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import { timeWords } from '../../forms/formWords'
import type { ReadFormRows } from './formScene'
import { plainValue } from './recordValue'

/** F07: one row an organisation with its secretary in office; a vacant post has no name. */
export const f07Rows: ReadFormRows = async (manager, { asOf, year, unitId }) => {
  const orgs = await orgRepository.list(manager, { asOf })
  const posts = new Map<string, number>()
  for (const { secretaryName, secretaryPhone } of orgs) {
    if (secretaryName === null) continue
    const person = personKey(secretaryName, secretaryPhone)
    posts.set(person, (posts.get(person) ?? 0) + 1)
  }
  const terms = readRecords(manager, 'secretaryTerm', orgs.flatMap(({ secretaryTermId }) => secretaryTermId ?? []))
  return orgs
    .filter((org) => unitId === null || org.unitId === unitId)
    .map((org): FormRow => {
      const { secretaryName, secretaryPhone, secretaryTermId } = org
      const record = secretaryTermId === null ? undefined : terms.get(secretaryTermId)
      const term = record?.values
      return {
        recordId: org.id,
        recordVersion: record?.version ?? 0,
        unitName: org.unitName,
        partyOrgName: org.name,
        orgType: org.orgType,
        coveredCount: org.covers,
        secretaryName,
        secretaryGender: plainValue(term, 'gender'),
        secretaryBirthMonth: monthWords(plainValue(term, 'birthMonth')),
        secretaryEducation: plainValue(term, 'education'),
        secretarySource: plainValue(term, 'source'),
        secretaryIdentity: plainValue(term, 'identity'),
        secretaryPost: plainValue(term, 'enterprisePost'),
        secretaryFullTime: timeWords(plainValue(term, 'fullTime')),
        secretarySince: plainValue(term, 'since'),
        secretaryElsewhere: secretaryName === null ? null : (posts.get(personKey(secretaryName, secretaryPhone)) ?? 0) > 1,
        secretaryTrainings: trainingsOf(term?.['trainings'], year),
        secretaryPhone,
        note: plainValue(term, 'note'),
      }
    })
}

/** YYYY.MM, as the form asks for it. */
function monthWords(month: ReturnType<typeof plainValue>): ReturnType<typeof plainValue> {
  return typeof month === 'string' ? month.replace('-', '.') : month
}

/** Of a year; null where none is on record for it. */
function trainingsOf(trainings: FieldValue | undefined, year: number): number | null {
  const counts = Array.isArray(trainings) ? trainings.filter((part): part is YearCount => typeof part === 'object' && part.year === year) : []
  return counts.length === 0 ? null : counts.reduce((sum, { count }) => sum + count, 0)
}
