import { goals } from '../../../../shared/domain/valueDomain'
import { formRepository } from '../../db/repositories/formRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow, FormValue } from '../../forms/formRow'
import { remedyWords } from '../../forms/formWords'
import type { ReadFormRows } from './formScene'
import { plainValue } from './recordValue'

/** F09: one row an enterprise that was judged, with its latest verdict. */
export const f09Rows: ReadFormRows = async (manager, scene) => {
  const found = await formRepository.goalChecks(manager, scene)
  const records = readRecords(manager, 'goalCheck', found.map(({ id }) => id))
  return found.map(({ id, enterpriseId, unitName, enterpriseName, partyOrgName }): FormRow => {
    const record = records.get(id)
    const values = record?.values
    const verdicts = goals.map(({ key }) => plainValue(values, `${key}Met`))
    const met = verdicts.filter((verdict) => verdict === true).length
    const row: Record<string, FormValue> = {
      recordId: enterpriseId,
      recordVersion: record?.version ?? 0,
      unitName,
      enterpriseName,
      partyOrgName,
      goalCheckedOn: plainValue(values, 'checkedOn'),
      goalCount: met,
      goalAll: met === goals.length,
      goalRemedy: remedyWords(plainValue(values, 'remedy'), plainValue(values, 'deadline')),
      note: plainValue(values, 'note'),
    }
    for (const [i, { key }] of goals.entries()) {
      row[`goal.${key}`] = verdicts[i] ?? null
      row[`goal.${key}.evidence`] = plainValue(values, `${key}Evidence`)
    }
    return row
  })
}
