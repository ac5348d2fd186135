import { formRepository } from '../../db/repositories/formRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { plainValue } from './recordValue'

/** Fields of the form and what the record calls them. */
const fields = {
  visitedOn: 'visitedOn', visitMode: 'mode', metPersons: 'metPersons', visitContent: 'content', problem: 'problem',
  measure: 'measure', responsible: 'responsible', deadline: 'deadline', resolution: 'resolution',
  resolvedOn: 'resolvedOn', suggestion: 'suggestion', note: 'note',
}

/** F05: one row a visit, by day. */
export const f05Rows: ReadFormRows = async (manager, scene) => {
  const found = await formRepository.visits(manager, scene)
  const records = readRecords(manager, 'visit', found.map(({ id }) => id))
  return found.map(({ id, liaisonName, unitName, enterpriseName }): FormRow => {
    const record = records.get(id)
    const own = Object.entries(fields).map(([name, field]) => [name, plainValue(record?.values, field)])
    return { recordId: id, recordVersion: record?.version ?? 0, ...Object.fromEntries(own), liaisonName, unitName, enterpriseName }
  })
}
