import { assignmentState } from '../../../../shared/domain/assignmentState'
import { formRepository } from '../../db/repositories/formRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import { frequencyWords, liaisonKindWords, liaisonLevelWords, timeWords } from '../../forms/formWords'
import type { ReadFormRows } from './formScene'
import { plainValue } from './recordValue'

/** F04: one row a person and enterprise; whoever contacts several has them side by side. */
export const f04Rows: ReadFormRows = async (manager, scene) => {
  const found = await formRepository.assignments(manager, scene)
  const records = readRecords(manager, 'assignment', found.map(({ id }) => id))
  const liaisons = readRecords(manager, 'liaison', found.map(({ liaisonId }) => liaisonId))
  return found.map(({ id, liaisonId, unitName, enterpriseName, built }): FormRow => {
    const record = records.get(id)
    const [person, values] = [liaisons.get(liaisonId)?.values, record?.values]
    const text = (field: string): string | null => (typeof values?.[field] === 'string' ? values[field] : null)
    const ending = { to: text('to'), endReason: text('endReason'), active: person?.['active'] === true }
    return {
      recordId: id,
      recordVersion: record?.version ?? 0,
      liaisonName: plainValue(person, 'name'),
      liaisonKind: liaisonKindWords(plainValue(person, 'kind')),
      liaisonFullTime: timeWords(plainValue(person, 'fullTime')),
      liaisonEmployer: plainValue(person, 'employer'),
      liaisonPost: plainValue(person, 'post'),
      liaisonHomeOrg: plainValue(person, 'homeOrg'),
      liaisonPhone: plainValue(person, 'phone'),
      liaisonLevel: liaisonLevelWords(plainValue(person, 'level')),
      unitName,
      enterpriseName,
      hasPartyOrg: built === 1,
      assignedFrom: text('from'),
      assignedTo: ending.to,
      visitFrequency: frequencyWords(plainValue(values, 'frequencyTimes'), plainValue(values, 'frequencyUnit')),
      assignmentState: assignmentState(ending, scene.asOf),
      note: text('note'),
    }
  })
}
