import type { FormRow } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { schemeOfYear } from './schemeOfYear'

/** F11S: one row an organisation with its points of the year; places are those among the whole district. */
export const f11sRows: ReadFormRows = async (manager, scene) => {
  const { rows } = await schemeOfYear(manager, scene)
  return rows
    .filter(({ unitId }) => scene.unitId === null || unitId === scene.unitId)
    .map(({ partyOrgId, name, unitName, orgSector, localIndustry, quarters, typed, firstHalf, secondHalf, year, grade, rank }): FormRow => {
      const [q1, q2, q3, q4] = quarters
      return {
        recordId: partyOrgId,
        recordVersion: 0,
        unitName,
        partyOrgName: name,
        orgSector,
        localIndustry,
        scoreQ1: q1?.points ?? null,
        scoreQ2: q2?.points ?? null,
        scoreH1: firstHalf,
        scoreQ3: q3?.points ?? null,
        scoreQ4: q4?.points ?? null,
        scoreH2: secondHalf,
        scoreYear: year,
        scoreGrade: grade,
        scoreRank: rank,
        note: typed.note,
      }
    })
}
