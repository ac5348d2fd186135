import { meanOfTwo } from '../../../../shared/domain/assessment'
import type { OrgSector } from '../../../../shared/domain/valueDomain'
import { numberOf, textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { notFound, orgFinder } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { refuseRepeated } from './refuseRepeated'
import type { StatedValues } from './statedValues'
import { yearOf } from './yearOf'

const halves = [['firstHalf', 'scoreH1', 0], ['secondHalf', 'scoreH2', 2]] as const

/** F11S: points by quarter; halves only where they were typed, and differ from what the quarters make. */
export const planQuarterTable: FormPlanner = ({ ledger, known: { classes }, policy }) => {
  const orgs = orgFinder(ledger)
  const quarters = new Map(ledger.list('quarterScore').map((score) => [keyOf(score, 'quarter'), score]))
  const years = new Map(ledger.list('yearScore').map((score) => [keyOf(score), score]))
  const entryOf = new Map<string, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const { table, day } = scene
    const name = String(values['partyOrgName'])
    const found = issuedOr(scene, row, () => orgs.find(name, row.unit))
    if (!found.record) return draft.refuse('partyOrgName', 'V-46', notFound('党组织', name, found, '登记该党组织(F03)，或核对名称'))
    const org = found.record
    const year = yearOf(table.above) ?? Number(day.slice(0, 4))
    const first = entryOf.get(`${year}|${org.id}`)
    if (first) return refuseRepeated(draft, 'partyOrgName', `“${name}”`, first)
    entryOf.set(`${year}|${org.id}`, draft.entry)
    const touched: DraftRecord[] = []
    for (const quarter of [1, 2, 3, 4]) {
      const points = values[`scoreQ${quarter}`]
      if (typeof points !== 'number') continue
      const stated: StatedValues = { points: { value: points, column: `scoreQ${quarter}` } }
      const known = quarters.get(`${year}|${org.id}|${quarter}`)
      if (known) touched.push(changed(draft, known, stated))
      else touched.push(draft.add('quarterScore', { partyOrgId: org.id, year, quarter }, stated))
    }
    const ofYear = typedHalves(draft, years.get(`${year}|${org.id}`))
    const known = years.get(`${year}|${org.id}`)
    if (known && Object.keys(ofYear).length > 0) touched.push(changed(draft, known, ofYear))
    else if (Object.keys(ofYear).length > 0) touched.push(draft.add('yearScore', { partyOrgId: org.id, year }, ofYear))
    classify(draft, org)
    const target = touched.find(({ version }) => version === undefined) ?? touched[0] ?? org
    return draft.done(target, `${textOf(org, 'name') ?? name} ${year}年度`)
  }

  function changed(draft: EntryDraft, known: DraftRecord, stated: StatedValues): DraftRecord {
    if (policy === 'add') draft.look(known)
    else draft.change(known, stated)
    return known
  }

  /** 党组织类型 and 行业类别 are kept for an organisation only where its enterprises do not say the same. */
  function classify(draft: EntryDraft, org: DraftRecord): void {
    draft.look(org)
    if (policy === 'add') return
    const { values } = draft.entry.row
    const said = classes.get(org.id)
    const sector = sectorWords[String(values['orgSector'])]
    if (sector && sector !== said?.orgSector) draft.change(org, { orgSector: { value: sector, column: 'orgSector' } })
    const industry = values['localIndustry']
    if (typeof industry === 'string' && industry !== said?.localIndustry) draft.change(org, { localIndustry: { value: industry, column: 'localIndustry' } })
  }
}

/** 党组织类型 by the sector a sheet names. */
const sectorWords: Readonly<Record<string, OrgSector>> = { 非公企业: '非公企业党组织', 小个专: '非公企业党组织', 社会组织: '社会组织党组织' }

/** A half that is the mean of its quarters was computed; another one was typed. */
function typedHalves(draft: EntryDraft, known: DraftRecord | undefined): StatedValues {
  const { values } = draft.entry.row
  const points = [1, 2, 3, 4].map((quarter) => values[`scoreQ${quarter}`]).map((value) => (typeof value === 'number' ? value : null))
  const stated: StatedValues = {}
  for (const [field, column, from] of halves) {
    const half = values[column]
    if (typeof half !== 'number') continue
    const mean = meanOfTwo(points[from] ?? null, points[from + 1] ?? null)
    if (half !== mean || (known && numberOf(known, field) !== null)) stated[field] = { value: half, column }
  }
  if (typeof values['note'] === 'string') stated['note'] = { value: values['note'], column: 'note' }
  return stated
}

function keyOf(score: DraftRecord, part?: string): string {
  const key = `${String(score.values['year'])}|${String(score.values['partyOrgId'])}`
  return part === undefined ? key : `${key}|${String(score.values[part])}`
}
