import type { AssessmentSheet } from '../../../../shared/contract/assessment'
import type { EntityManager } from '../../db/gate'
import type { FormRow } from '../../forms/formRow'
import type { FormPart } from '../../forms/formWorkbook'
import { OfficeError } from '../../officeError'
import type { FormScene } from './formScene'
import { schemeOfYear } from './schemeOfYear'

type Item = AssessmentSheet['items'][number]
type Score = AssessmentSheet['rows'][number]['scores'][number]

/**
 * F11: one sheet an organisation of the scene, or only that of one organisation; where there is none, the items without
 * points. Throws OfficeError `not-found` for a year without a scheme and for an organisation that is none of its.
 */
export async function f11Parts(
  manager: EntityManager,
  scene: FormScene & { partyOrgId: number | null; filledBy: string },
): Promise<FormPart[]> {
  const { partyOrgId, unitId, filledBy } = scene
  const { items, rows } = await schemeOfYear(manager, scene)
  const asked = rows.filter((row) => (partyOrgId === null ? unitId === null || row.unitId === unitId : row.partyOrgId === partyOrgId))
  if (partyOrgId !== null && asked.length === 0) throw new OfficeError('not-found', { kind: 'partyOrg', id: partyOrgId })
  if (asked.length === 0) return [{ filledBy, rows: items.map((item) => itemRow(item, undefined)) }]
  return asked.map(({ name, scores, grade }) => {
    const byItem = new Map(scores.map((score) => [score.schemeItemId, score]))
    return { filledBy: name, rows: items.map((item) => itemRow(item, byItem.get(item.id))), remark: grade }
  })
}

/** What was computed counts where nothing was typed; then the facts behind it say why points are missing. */
function itemRow({ groupName, text, max, rule, itemMethod }: Item, score: Score | undefined): FormRow {
  const final = score?.final ?? score?.computed ?? null
  const isComputed = score?.final == null && final !== null
  return {
    itemGroup: groupName,
    itemText: text,
    itemMax: max,
    itemRule: rule,
    itemMethod,
    selfScore: score?.self ?? null,
    finalScore: final,
    deductionReason: score?.deduction ?? (isComputed && final < max ? score?.basis || null : null),
    note: score?.note ?? null,
  }
}
