import { ownWord, type OwnWords } from '../../../../shared/domain/ownWords'
import { deliveryItems, type DeliveryState } from '../../../../shared/domain/valueDomain'
import type { FieldValue } from '../../../../shared/record/field'
import { trimmed } from '../../text/plainText'
import { numberOf, textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { enterpriseFinder, notFound } from './finders'
import type { FormPlanEntry } from './formPlanEntry'
import { issuedOr, type FormPlanner } from './formPlan'
import { refuseRepeated } from './refuseRepeated'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'

/** States in which an item is there. */
const present: readonly FieldValue[] = ['已落实', '共用'] satisfies DeliveryState[]

/** F08: the six items of an enterprise, one row an enterprise (with or without figures), or one row a delivery. */
export const planDeliveryTable: FormPlanner = ({ ledger, known: { settings }, policy }) => {
  const findEnterprise = enterpriseFinder(ledger)
  const items = new Map<number, Map<FieldValue, DraftRecord>>()
  for (const delivery of ledger.list('delivery')) put(delivery)
  const entryOf = new Map<string, FormPlanEntry>()

  function put(delivery: DraftRecord): void {
    const id = numberOf(delivery, 'enterpriseId') ?? 0
    const own = items.get(id) ?? new Map<FieldValue, DraftRecord>()
    items.set(id, own.set(delivery.values['item'] ?? null, delivery))
  }

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['enterpriseName'] ?? values['partyOrgName'])
    const found = issuedOr(scene, row, () => findEnterprise(name, row.unit))
    if (!found.record) return draft.refuse('enterpriseName', 'V-46', notFound('企业', name, found, '登记该企业，或核对名称'))
    const enterprise = found.record
    const single = values['delivery.item']
    const key = `${enterprise.id}|${typeof single === 'string' ? single : ''}`
    const first = entryOf.get(key)
    if (first) return refuseRepeated(draft, 'enterpriseName', `“${name}”`, first)
    entryOf.set(key, draft.entry)
    const stated = typeof single === 'string' ? [oneItem(draft, single, settings.words)] : deliveryItems.flatMap(({ key: item }) => itemOf(draft, item, settings.words) ?? [])
    const touched = stated.map((one) => take(draft, enterprise, one))
    sayOfAll(draft, items.get(enterprise.id) ?? new Map(), touched)
    const target = touched.find(({ version }) => version === undefined) ?? touched[0]
    if (!target) draft.look(enterprise)
    return draft.done(target ?? enterprise, textOf(enterprise, 'name') ?? name)
  }

  function take(draft: EntryDraft, enterprise: DraftRecord, { item, stated }: StatedItem): DraftRecord {
    const known = items.get(enterprise.id)?.get(item)
    if (!known) {
      const added = draft.add('delivery', { enterpriseId: enterprise.id, item, ...(isShared(stated) ? { sharedWithOrg: true } : {}) }, stated)
      draft.place(added, placesOf(item))
      put(added)
      return added
    }
    draft.place(known, placesOf(item))
    if (policy === 'add') draft.look(known)
    else {
      endState(draft, known, stated)
      draft.change(known, stated)
    }
    return known
  }

  /** What the form says of all items in one cell goes to those that are there, where it is news. */
  function sayOfAll(draft: EntryDraft, own: ReadonlyMap<FieldValue, DraftRecord>, touched: readonly DraftRecord[]): void {
    if (policy === 'add' && touched.every(({ version }) => version !== undefined)) return
    const { values } = draft.entry.row
    const all = [...own.values()]
    const there = touched.filter((delivery) => present.includes(delivery.values['state'] ?? null))
    for (const field of ['receiver', 'handler', 'note'] as const) {
      const value = values[field]
      if (typeof value !== 'string' || value === joined(all, field) || trimmed(value) === trimmed(joined(all, field).replaceAll('\n', '、'))) continue
      const to = there.length > 0 ? there : touched
      for (const delivery of to) draft.change(delivery, { [field]: { value, column: field } })
    }
    takeAmount(draft, all, there)
  }
}

function placesOf(item: string): FieldLinks {
  return {
    state: `delivery.${item}.state`, quantity: `delivery.${item}.quantity`, doneOn: `delivery.${item}.doneOn`, amount: 'deliveryAmount', receiver: 'receiver', handler: 'handler', note: 'note',
  }
}

interface StatedItem {
  item: string
  stated: StatedValues
}

function itemOf(draft: EntryDraft, item: string, words: OwnWords): StatedItem | null {
  const stated = statedValues('delivery', draft.entry.row.values, {
    state: `delivery.${item}.state`, quantity: `delivery.${item}.quantity`, doneOn: `delivery.${item}.doneOn`,
  })
  if (Object.keys(stated).length === 0) return null
  return { item, stated: withState(draft, stated, `delivery.${item}.state`, words) }
}

/** One row a delivery: 项目, 数量, 金额, 日期. */
function oneItem(draft: EntryDraft, item: string, words: OwnWords): StatedItem {
  const stated = statedValues('delivery', draft.entry.row.values, { quantity: 'delivery.quantity', amount: 'delivery.amount', doneOn: 'delivery.doneOn' })
  return { item, stated: withState(draft, stated, 'delivery.item', words) }
}

/** A date, or a number of pieces, says that the item is there. */
function withState(draft: EntryDraft, stated: StatedValues, column: string, words: OwnWords): StatedValues {
  if (!stated['state']) {
    const state: DeliveryState = '已落实'
    stated['state'] = { value: state, column }
    const asked = `填了数量或时间，落实情况为空，按${ownWord(words, 'delivery', state)}登记，请核对`
    if (column !== 'delivery.item') draft.report(column, 'V-10', 'warning', asked)
  }
  return stated
}

function isShared(stated: StatedValues): boolean {
  return stated['state']?.value === '共用'
}

/** What has not come about has no date any more, and what is no longer shared is not said to be. */
function endState(draft: EntryDraft, known: DraftRecord, stated: StatedValues): void {
  const state = stated['state']?.value
  if (state === undefined || state === known.values['state'] || !draft.mayReplace(known.values['state'] ?? null)) return
  const column = stated['state']?.column ?? 'delivery.item'
  if (!present.includes(state) && state !== '需更换' && !stated['doneOn']) draft.follow(known, { doneOn: null, acceptedOn: null }, column)
  if (isShared(stated)) draft.follow(known, { sharedWithOrg: true }, column)
  else if (known.values['state'] === '共用') draft.follow(known, { sharedWithOrg: null }, column)
}

/** The form has one amount for all items: it is taken where it can only belong to one of them. */
function takeAmount(draft: EntryDraft, all: readonly DraftRecord[], there: readonly DraftRecord[]): void {
  const total = draft.entry.row.values['deliveryAmount']
  if (typeof total !== 'number') return
  const cents = Math.round(total * 100)
  const amounts = all.flatMap((delivery) => numberOf(delivery, 'amount') ?? [])
  if (amounts.reduce((sum, amount) => sum + amount, 0) === cents && amounts.length > 0) return
  const holders = all.filter((delivery) => numberOf(delivery, 'amount') !== null)
  const [only, second] = holders.length > 0 ? holders : there
  if (only && !second) draft.change(only, { amount: { value: cents, column: 'deliveryAmount' } })
  else draft.report('deliveryAmount', 'V-28', 'warning', '金额合计与台账各项金额之和不符，又分不清各项是多少，未导入；请在三建三送中按项填写')
}

/** What the items say, each word once, as the form shows it. */
function joined(all: readonly DraftRecord[], field: string): string {
  return [...new Set(all.flatMap((delivery) => textOf(delivery, field) ?? []))].join('、')
}
