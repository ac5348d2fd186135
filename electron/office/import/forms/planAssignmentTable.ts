import { addDays } from '../../../../shared/domain/calendarDate'
import type { FormValue } from '../../forms/formRow'
import { nameKey } from '../../text/nameKey'
import { writtenFrequency } from '../writtenFrequency'
import { numberOf, textOf, type DraftLedger, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { enterpriseFinder, liaisonIndex, notFound } from './finders'
import { issuedRecord, type FormPlanner, type RowScene } from './formPlan'
import { namesIn } from './namesIn'
import { livesOn } from './relations'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'

const personLinks: FieldLinks = {
  kind: 'liaisonKind', fullTime: 'liaisonFullTime', employer: 'liaisonEmployer', post: 'liaisonPost', homeOrg: 'liaisonHomeOrg', phone: 'liaisonPhone', level: 'liaisonLevel',
}
const linkLinks: FieldLinks = { from: 'assignedFrom', to: 'assignedTo', note: 'note' }
const places: FieldLinks = { ...linkLinks, liaisonId: 'liaisonName', enterpriseId: 'enterpriseName', frequencyTimes: 'visitFrequency', endReason: 'assignmentState' }

/** F04: 指导员 and 联络员, and which enterprises they look after. A person nobody knows yet is added. */
export const planAssignmentTable: FormPlanner = ({ ledger, known: { today }, policy }) => {
  const people = liaisonIndex(ledger)
  const findEnterprise = enterpriseFinder(ledger)
  const links = assignmentIndex(ledger)
  /** Links the rows of this run speak of: none of them is ended for the sake of another. */
  const stated = new Set<DraftRecord>()

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['liaisonName'])
    const isKnown = (one: string): boolean => findEnterprise(one, row.unit).record !== null
    const names = namesIn(String(values['enterpriseName'] ?? ''), isKnown)
    const enterprises: DraftRecord[] = []
    for (const one of names) {
      const found = findEnterprise(one, row.unit)
      if (!found.record) return draft.refuse('enterpriseName', 'V-46', notFound('企业', one, found, '登记该企业，或核对名称'))
      enterprises.push(found.record)
    }
    const issued = issuedRecord(scene, row)
    const known = issuedPerson(issued, name) ?? findPerson(name, values, enterprises)
    if (known === 'ambiguous') return draft.refuse('liaisonPhone', 'V-46', `台账中有几名指导员(联络员)叫“${name}”，分不清是哪一个，本行未导入；请填写联系电话`)
    const person = known ?? addPerson(draft, name)
    draft.place(person, { ...personLinks, name: 'liaisonName', active: 'assignmentState' })
    if (known && policy !== 'add') draft.change(known, personOf(values))
    const [only] = enterprises
    if (!only) return draft.done(person, name)
    const begun = enterprises.map((enterprise) => link(draft, scene, { person, enterprise, issued }))
    const title = `${name} → ${names.join('、')}`
    return draft.done(begun.find(({ version }) => version === undefined) ?? begun[0] ?? person, title)
  }

  /** Whoever the link was sent out with, as long as the row names him. */
  function issuedPerson(issued: DraftRecord | null, name: string): DraftRecord | null {
    const person = issued && ledger.get('liaison', numberOf(issued, 'liaisonId') ?? 0)
    return person && nameKey(textOf(person, 'name') ?? '') === nameKey(name) ? person : null
  }

  /** The telephone tells people of one name apart; without it who has the enterprise already, then who works there. */
  function findPerson(name: string, values: Readonly<Partial<Record<string, FormValue>>>, enterprises: readonly DraftRecord[]): DraftRecord | 'ambiguous' | null {
    const namesakes = people.namesakes(name)
    const [phone, employer] = [values['liaisonPhone'], values['liaisonEmployer']]
    const samePhone = namesakes.find((person) => phone !== undefined && textOf(person, 'phone') === phone)
    if (samePhone) return samePhone
    const assigned = namesakes.filter((person) => enterprises.some(({ id }) => links.of(person.id, id).some((one) => livesOn(one, 'from', 'to', today))))
    if (assigned.length === 1) return assigned[0] ?? null
    const sameEmployer = namesakes.filter((person) => typeof employer === 'string' && nameKey(textOf(person, 'employer') ?? '') === nameKey(employer))
    if (sameEmployer.length === 1) return sameEmployer[0] ?? null
    const possible = namesakes.filter((person) => phone === undefined || textOf(person, 'phone') === null)
    if (possible.length > 1) return 'ambiguous'
    return possible[0] ?? null
  }

  function addPerson(draft: EntryDraft, name: string): DraftRecord {
    const said = personOf(draft.entry.row.values)
    if (!said['kind']) draft.report('liaisonKind', 'V-10', 'warning', '类别为空，按联络员登记，请核对')
    const person = draft.add('liaison', { name, kind: '联络员', fullTime: false, active: true }, { name: { value: name, column: 'liaisonName' }, ...said })
    people.add(person)
    return person
  }

  function link(draft: EntryDraft, { day }: RowScene, { person, enterprise, issued }: Linked): DraftRecord {
    const own = linkOf(draft, person)
    const between = links.of(person.id, enterprise.id)
    const known = between.find((one) => one === issued) ?? pick(between, own)
    if (known) {
      draft.place(known, places)
      stated.add(known)
      if (policy === 'add') draft.look(known)
      else draft.change(known, own)
      return known
    }
    const from = own['from']?.value ?? null
    const begins = typeof from === 'string' ? from : day
    if (isOpen(own, day)) endOthers(draft, { person, enterprise, until: addDays(begins, -1), begins })
    const begun = draft.add('assignment', { liaisonId: person.id, enterpriseId: enterprise.id }, own)
    draft.place(begun, places)
    links.add(begun)
    stated.add(begun)
    draft.say('enterpriseName', '', textOf(enterprise, 'name') ?? '')
    return begun
  }

  /** Another person of the same sort has the enterprise to himself: whoever had it before and stands in no row gives it up. */
  function endOthers(draft: EntryDraft, { person, enterprise, until, begins }: { person: DraftRecord; enterprise: DraftRecord; until: string; begins: string }): void {
    for (const other of links.ofEnterprise(enterprise.id)) {
      const holder = ledger.get('liaison', numberOf(other, 'liaisonId') ?? 0)
      if (!holder || holder === person || holder.values['kind'] !== person.values['kind'] || stated.has(other)) continue
      if (!livesOn(other, 'from', 'to', begins) || !draft.mayReplace(true)) continue
      const name = textOf(holder, 'name') ?? ''
      draft.report('enterpriseName', 'V-45', 'warning', `“${textOf(enterprise, 'name') ?? ''}”原由${String(holder.values['kind'])}“${name}”联系，其联系关系到 ${until} 为止，请核对`)
      draft.follow(other, { to: until, endReason: '导入时更换' }, 'enterpriseName')
    }
  }
}

interface Linked {
  person: DraftRecord
  enterprise: DraftRecord
  /** The link the row was sent out as. */
  issued: DraftRecord | null
}

function personOf(values: Readonly<Partial<Record<string, FormValue>>>): StatedValues {
  const stated = statedValues('liaison', values, personLinks)
  const state = values['assignmentState']
  // 停用 is said of the person; whoever is in office again is no longer 停用.
  if (state === '停用' || state === '在岗') stated['active'] = { value: state === '在岗', column: 'assignmentState' }
  return stated
}

/** What a row says of the link itself, its frequency and end put into the words of the record. */
function linkOf(draft: EntryDraft, person: DraftRecord): StatedValues {
  const { values } = draft.entry.row
  const stated = statedValues('assignment', values, linkLinks)
  const frequency = typeof values['visitFrequency'] === 'string' ? writtenFrequency(values['visitFrequency']) : null
  if (frequency) {
    stated['frequencyTimes'] = { value: frequency.times, column: 'visitFrequency' }
    stated['frequencyUnit'] = { value: frequency.unit, column: 'visitFrequency' }
  }
  const state = values['assignmentState']
  if (state === '调整') stated['endReason'] = { value: '调整', column: 'assignmentState' }
  if ((state === '期满' || state === '调整') && !stated['to']) {
    draft.report('assignedTo', 'V-10', 'warning', `在岗状态填“${state}”，没有填期满时间；“${textOf(person, 'name') ?? ''}”的联系关系未结束，请补填`)
    delete stated['endReason']
  }
  return stated
}

/** Several links of one person to one enterprise follow each other: the row speaks of the one its days name, else of the open one. */
function pick(known: readonly DraftRecord[], stated: StatedValues): DraftRecord | undefined {
  const [from, to] = [stated['from']?.value, stated['to']?.value]
  const byFrom = from === undefined ? undefined : known.find((one) => one.values['from'] === from)
  if (byFrom) return byFrom
  const open = known.find((one) => one.values['to'] === null)
  if (open) return open
  const byTo = to === undefined ? undefined : known.find((one) => one.values['to'] === to)
  return byTo ?? (from === undefined ? known.at(-1) : undefined)
}

function isOpen(stated: StatedValues, day: string): boolean {
  const to = stated['to']?.value
  return typeof to !== 'string' || to >= day
}

function assignmentIndex(ledger: DraftLedger) {
  const byEnterprise = new Map<number, DraftRecord[]>()
  const add = (record: DraftRecord): void => {
    const id = numberOf(record, 'enterpriseId') ?? 0
    byEnterprise.set(id, [...(byEnterprise.get(id) ?? []), record])
  }
  for (const record of ledger.list('assignment')) add(record)
  return {
    add,
    ofEnterprise: (enterpriseId: number): readonly DraftRecord[] => byEnterprise.get(enterpriseId) ?? [],
    of: (liaisonId: number, enterpriseId: number): readonly DraftRecord[] =>
      (byEnterprise.get(enterpriseId) ?? []).filter(({ values }) => values['liaisonId'] === liaisonId),
  }
}
