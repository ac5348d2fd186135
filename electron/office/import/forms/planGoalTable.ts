import { quarterLabel } from '../../../../shared/domain/quarter'
import { goals } from '../../../../shared/domain/valueDomain'
import type { FormValue } from '../../forms/formRow'
import { writtenDate } from '../writtenDate'
import { textOf, type DraftRecord } from './draftLedger'
import { enterpriseFinder, notFound } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { refuseRepeated } from './refuseRepeated'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'

const links: FieldLinks = {
  ...Object.fromEntries(goals.flatMap(({ key }) => [[`${key}Met`, `goal.${key}`], [`${key}Evidence`, `goal.${key}.evidence`]])),
  note: 'note',
}

const places: FieldLinks = { ...links, enterpriseId: 'enterpriseName', period: 'goalCheckedOn', checkedOn: 'goalCheckedOn', remedy: 'goalRemedy', deadline: 'goalRemedy' }

/** F09: 六有 verdicts. One is told by its enterprise and the quarter it was given in. */
export const planGoalTable: FormPlanner = ({ ledger, known: { today }, policy }) => {
  const findEnterprise = enterpriseFinder(ledger)
  const keyOf = (enterpriseId: unknown, period: unknown): string => `${String(enterpriseId)}|${String(period)}`
  const checks = new Map(ledger.list('goalCheck').map((check) => [keyOf(check.values['enterpriseId'], check.values['period']), check]))
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['enterpriseName'])
    const found = issuedOr(scene, row, () => findEnterprise(name, row.unit))
    if (!found.record) return draft.refuse('enterpriseName', 'V-46', notFound('企业', name, found, '登记该企业，或核对名称'))
    const enterprise = found.record
    const given = values['goalCheckedOn']
    // A month alone still tells the quarter.
    const checkedOn = typeof given === 'string' ? (given.length === 7 ? `${given}-01` : given) : scene.day
    if (given === undefined) draft.report('goalCheckedOn', 'V-11', 'notice', `评定时间为空，按 ${scene.day} 登记`)
    const period = quarterLabel(checkedOn)
    const title = `${textOf(enterprise, 'name') ?? name} ${period}`
    const stated = verdictOf(values, checkedOn, today)
    if (!goals.some(({ key }) => stated[`${key}Met`])) return draft.refuse('goal.org', 'V-01', '六有一项也没有评定，本行未导入')
    const known = checks.get(keyOf(enterprise.id, period))
    const first = known && entryOf.get(known)
    if (first) return refuseRepeated(draft, 'enterpriseName', `“${name}”${period}的评定`, first)
    if (!known) {
      const added = draft.add('goalCheck', { enterpriseId: enterprise.id, period }, { ...stated, checkedOn: { value: checkedOn, column: 'goalCheckedOn' } })
      draft.place(added, places)
      checks.set(keyOf(enterprise.id, period), added)
      entryOf.set(added, draft.entry)
      return draft.done(added, title)
    }
    entryOf.set(known, draft.entry)
    draft.place(known, places)
    if (policy === 'add') draft.look(known)
    else draft.change(known, typeof given === 'string' ? { ...stated, checkedOn: { value: checkedOn, column: 'goalCheckedOn', ...(given.length === 7 ? { month: true } : {}) } } : stated)
    return draft.done(known, title)
  }
}

function verdictOf(values: Readonly<Partial<Record<string, FormValue>>>, checkedOn: string, today: string): StatedValues {
  const stated = statedValues('goalCheck', values, links)
  const remedy = values['goalRemedy']
  if (typeof remedy !== 'string') return stated
  const { measure, deadline } = remedyOf(remedy, today)
  if (measure !== '') stated['remedy'] = { value: measure, column: 'goalRemedy' }
  if (deadline !== null && deadline >= checkedOn.slice(0, 7)) stated['deadline'] = { value: deadline, column: 'goalRemedy' }
  return stated
}

/** 整改措施及时限 in one cell: a deadline that closes it, in brackets or behind 时限. */
function remedyOf(text: string, today: string): { measure: string; deadline: string | null } {
  const match = /[(（，,;；]?\s*(?:整改|完成)?(?:时限|期限)[:：]?\s*([^()（）]+?)\s*(?:前|之前)?[)）]?$/.exec(text)
  const read = match?.[1] === undefined ? null : writtenDate(match[1].replace(/前$/, ''), today)
  if (!match || !read) return { measure: text, deadline: null }
  return { measure: text.slice(0, match.index).trim(), deadline: read.date }
}
