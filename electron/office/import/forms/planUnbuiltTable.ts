import { textOf, type DraftRecord } from './draftLedger'
import { enterpriseFinder, notFound } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { refuseRepeated } from './refuseRepeated'
import { coverageIndex } from './relations'
import { statedValues, type FieldLinks } from './statedValues'

/** What a unit plans for an enterprise; whatever else the form shows comes from the ledger and is not taken from it. */
const links: FieldLinks = {
  unbuiltReason: 'unbuiltReason', plannedMeasure: 'plannedMeasure', plannedMode: 'plannedMode', plannedFoundingOn: 'plannedFoundingOn', responsibleUnit: 'responsibleUnit',
  responsible: 'responsible', progress: 'progress', note: 'note',
}

/** F06: plans for enterprises without an organisation. */
export const planUnbuiltTable: FormPlanner = ({ ledger, known: { today }, policy }) => {
  const findEnterprise = enterpriseFinder(ledger)
  const coverages = coverageIndex(ledger, today)
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['enterpriseName'])
    const code = values['creditCode']
    const found = issuedOr(scene, row, () => findEnterprise(name, row.unit, typeof code === 'string' ? code : undefined))
    if (!found.record) return draft.refuse('enterpriseName', 'V-46', notFound('企业', name, found, '登记该企业，或核对名称'))
    const enterprise = found.record
    const first = entryOf.get(enterprise)
    if (first) return refuseRepeated(draft, 'enterpriseName', `“${name}”`, first)
    entryOf.set(enterprise, draft.entry)
    if (coverages.of(enterprise.id)) draft.report('enterpriseName', 'V-20', 'warning', `“${name}”在台账中已有党组织覆盖，计划照常登记，请核对`)
    draft.place(enterprise, links)
    if (policy === 'add') draft.look(enterprise)
    else draft.change(enterprise, statedValues('enterprise', values, links))
    return draft.done(enterprise, textOf(enterprise, 'name') ?? name)
  }
}
