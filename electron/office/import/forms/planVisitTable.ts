import { nameKey } from '../../text/nameKey'
import { trimmed } from '../../text/plainText'
import { numberOf, textOf, type DraftLedger, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { enterpriseFinder, liaisonIndex, notFound } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedRecord, type FormPlanner } from './formPlan'
import { pointTo } from './pointTo'
import type { FormSheetRow } from './formSheetRow'
import { refuseRepeated } from './refuseRepeated'
import { livesOn } from './relations'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'

const links: FieldLinks = {
  visitedOn: 'visitedOn', mode: 'visitMode', metPersons: 'metPersons', content: 'visitContent', problem: 'problem', measure: 'measure', responsible: 'responsible',
  deadline: 'deadline', resolution: 'resolution', resolvedOn: 'resolvedOn', suggestion: 'suggestion', note: 'note',
}

const places: FieldLinks = { ...links, liaisonId: 'liaisonName', enterpriseId: 'enterpriseName' }

/** F05: visits. One is told by its day, person and enterprise; of several such, by what was talked about. */
export const planVisitTable: FormPlanner = ({ ledger, policy }, tables) => {
  const people = liaisonIndex(ledger)
  const findEnterprise = enterpriseFinder(ledger)
  const assignments = groupBy(ledger.list('assignment'), (one) => String(one.values['enterpriseId']))
  const visits = groupBy(ledger.list('visit'), keyOf)
  const contents = contentsOfRows(tables.flatMap(({ rows }) => rows))
  const entryOf = new Map<DraftRecord, FormPlanEntry>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['enterpriseName'])
    const found = findEnterprise(name, row.unit)
    if (!found.record) return draft.refuse('enterpriseName', 'V-46', notFound('企业', name, found, '登记该企业，或核对名称'))
    const enterprise = found.record
    if (row.unit && enterprise.values['unitId'] !== row.unit.id) draft.report('unitName', 'V-03', 'warning', `“${name}”在台账中不属于“${row.unit.name}”，请核对`)
    const who = String(values['liaisonName'])
    const visitedOn = String(values['visitedOn'])
    if (visitedOn.length < 10) return draft.refuse('visitedOn', 'V-11', `走访时间只写到月（${visitedOn}），本行未导入，请写明是哪一天`)
    const issued = issuedRecord(scene, row)
    const person = issuedPerson(issued, who) ?? personOf(who, enterprise, visitedOn)
    if (person === 'ambiguous') return draft.refuse('liaisonName', 'V-46', `台账中有几名指导员(联络员)叫“${who}”，都不联系“${name}”，分不清是哪一个，本行未导入；请先登记联系关系`)
    if (!person) return draft.refuse('liaisonName', 'V-46', `台账中没有指导员(联络员)“${who}”，本行未导入；请先导入选派情况台账，或登记该人`)

    const key = `${visitedOn}|${person.id}|${enterprise.id}`
    const visit = issued ?? pick(visits.get(key) ?? [], row)
    const title = `${visitedOn} ${who} → ${name}`
    if (!visit) return add(draft, { key, person, enterprise, title })
    const first = entryOf.get(visit)
    if (first) return refuseRepeated(draft, 'visitedOn', '这次走访', first)
    entryOf.set(visit, draft.entry)
    draft.place(visit, places)
    if (policy === 'add') draft.look(visit)
    else {
      const before = { person: ledger.get('liaison', numberOf(visit, 'liaisonId') ?? 0), enterprise: ledger.get('enterprise', numberOf(visit, 'enterpriseId') ?? 0) }
      pointTo(draft, visit, { column: 'liaisonName', before: before.person, after: person, values: { liaisonId: person.id } })
      pointTo(draft, visit, { column: 'enterpriseName', before: before.enterprise, after: enterprise, values: { enterpriseId: enterprise.id } })
      draft.change(visit, statedVisit(draft, visit))
    }
    return draft.done(visit, title)
  }

  function personOf(name: string, enterprise: DraftRecord, day: string): DraftRecord | 'ambiguous' | null {
    const namesakes = people.namesakes(name)
    if (namesakes.length < 2) return namesakes[0] ?? null
    const own = assignments.get(String(enterprise.id)) ?? []
    const assigned = (test: (link: DraftRecord) => boolean): readonly DraftRecord[] =>
      namesakes.filter(({ id }) => own.some((link) => numberOf(link, 'liaisonId') === id && test(link)))
    const then = assigned((link) => livesOn(link, 'from', 'to', day))
    const ever = then.length > 0 ? then : assigned(() => true)
    return ever.length === 1 ? (ever[0] ?? null) : 'ambiguous'
  }

  /** Whoever the visit was sent out with, as long as the row names him; there may be others of his name. */
  function issuedPerson(issued: DraftRecord | null, name: string): DraftRecord | null {
    const person = issued && ledger.get('liaison', numberOf(issued, 'liaisonId') ?? 0)
    return person && nameKey(textOf(person, 'name') ?? '') === nameKey(name) ? person : null
  }

  /** The visit with the same words; else one no other row has the words of. */
  function pick(known: readonly DraftRecord[], row: FormSheetRow): DraftRecord | undefined {
    const content = contentKey(row.values['visitContent'])
    const same = known.find((visit) => contentKey(visit.values['content']) === content)
    return same ?? known.find((visit) => !entryOf.has(visit) && !contents.has(contentKey(visit.values['content'])))
  }

  function add(draft: EntryDraft, { key, person, enterprise, title }: { key: string; person: DraftRecord; enterprise: DraftRecord; title: string }): FormPlanEntry {
    const stated = statedVisit(draft, null)
    if (!stated['content']) return draft.refuse('visitContent', 'V-01', '走访(指导)内容为空，本行未导入')
    if (!stated['mode']) draft.report('visitMode', 'V-10', 'warning', '走访方式为空，按实地登记，请核对')
    const visit = draft.add('visit', { liaisonId: person.id, enterpriseId: enterprise.id, mode: '实地' }, stated)
    draft.place(visit, places)
    visits.set(key, [...(visits.get(key) ?? []), visit])
    entryOf.set(visit, draft.entry)
    return draft.done(visit, title)
  }
}

/** A problem nobody says the end of is open; one that is solved without a date was solved on the day of the visit. */
function statedVisit(draft: EntryDraft, before: DraftRecord | null): StatedValues {
  const stated = statedValues('visit', draft.entry.row.values, links)
  const known = (field: string): boolean => stated[field] !== undefined || (before !== null && textOf(before, field) !== null)
  if (stated['problem'] && !known('resolution')) {
    const solved = stated['resolvedOn'] !== undefined
    stated['resolution'] = { value: solved ? '已解决' : '未解决', column: 'resolution' }
    draft.report('resolution', 'V-10', 'warning', `有发现的问题，解决情况为空，按“${solved ? '已解决' : '未解决'}”登记，请核对`)
  }
  if (stated['resolution']?.value === '已解决' && !known('resolvedOn') && stated['visitedOn']) {
    stated['resolvedOn'] = { value: stated['visitedOn'].value, column: 'resolvedOn' }
    draft.report('resolvedOn', 'V-11', 'warning', '已解决的问题没有解决时间，按走访当天登记，请核对')
  }
  return stated
}

function keyOf({ values }: DraftRecord): string {
  return `${String(values['visitedOn'])}|${String(values['liaisonId'])}|${String(values['enterpriseId'])}`
}

function contentKey(text: unknown): string {
  return typeof text === 'string' ? nameKey(trimmed(text)) : ''
}

function contentsOfRows(rows: readonly FormSheetRow[]): Set<string> {
  return new Set(rows.map(({ values }) => contentKey(values['visitContent'])).filter((key) => key !== ''))
}

function groupBy(records: ReturnType<DraftLedger['list']>, keyFor: (record: DraftRecord) => string): Map<string, DraftRecord[]> {
  const groups = new Map<string, DraftRecord[]>()
  for (const record of records) {
    const key = keyFor(record)
    const known = groups.get(key)
    if (known) known.push(record)
    else groups.set(key, [record])
  }
  return groups
}
