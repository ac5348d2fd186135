import type { FieldValue } from '../../../../shared/record/field'
import { nameKey } from '../../text/nameKey'
import { trimmed } from '../../text/plainText'
import { textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import { enterpriseFinder, notFound, orgFinder, type Found } from './finders'
import { issuedRecord, type FormPlanner } from './formPlan'
import { payeeOf, pointTo } from './pointTo'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'

const links: FieldLinks = { use: 'fundUse', summary: 'fundSummary', voucherNo: 'voucherNo', handler: 'handler', note: 'note' }

/** Columns of the sources the form names; what comes from elsewhere stands under 其他. */
const sources: readonly (readonly [column: string, source: string])[] = [
  ['fund.in.enterprise', '企业投入'], ['fund.in.refund', '党费返还'], ['fund.in.fiscal', '财政列支'], ['fund.in.other', '其他'],
]
const named = new Set(sources.slice(0, 3).map(([, source]) => source))

function holderOf({ kind, id }: DraftRecord): Record<string, FieldValue> {
  return kind === 'partyOrg' ? { partyOrgId: id, enterpriseId: null } : { partyOrgId: null, enterpriseId: id }
}

function placesOf({ column }: Amount): FieldLinks {
  return { ...links, occurredOn: 'occurredOn', direction: 'fundDirection', amount: column, source: column, partyOrgId: 'payeeName', enterpriseId: 'payeeName' }
}

/** One amount of a row: an income from one source, or an expense. */
interface Amount {
  direction: '收入' | '支出'
  cents: number
  column: string
  source: string | null
}

/**
 * F10: incomes and expenses. A row may bring several sources, each of which is an entry of its own. An entry is told by
 * its day, payee, direction, amount and, where there is one, its voucher; equal ones are counted, not taken for one.
 */
export const planFundTable: FormPlanner = ({ ledger, policy }) => {
  const orgs = orgFinder(ledger)
  const findEnterprise = enterpriseFinder(ledger)
  const entries = new Map<string, DraftRecord[]>()
  for (const entry of ledger.list('fundEntry')) put(entry)
  /** Entries of the ledger that a row already speaks of. */
  const claimed = new Set<DraftRecord>()
  const rows = new Map<string, number>()

  function put(entry: DraftRecord): void {
    const key = keyOf(entry)
    entries.set(key, [...(entries.get(key) ?? []), entry])
  }

  return (row, draft, scene) => {
    const { values } = row
    const name = String(values['payeeName'])
    const occurredOn = String(values['occurredOn'])
    if (occurredOn.length < 10) return draft.refuse('occurredOn', 'V-11', `发生日期只写到月（${occurredOn}），本行未导入，请写明是哪一天`)
    const issued = issuedRecord(scene, row)
    const payee = issuedPayee(issued, name) ?? findPayee(name, draft)
    if (!payee.record) return draft.refuse('payeeName', 'V-46', notFound('党组织或企业', name, payee, '登记该党组织或企业，或核对名称'))
    const holder = holderOf(payee.record)
    const amounts = amountsOf(draft)
    if (amounts.length === 0) return draft.refuse('fund.out', 'V-38', '没有金额，本行未导入')
    const same = JSON.stringify(values)
    const before = rows.get(same)
    if (before !== undefined) draft.report('occurredOn', 'V-03', 'warning', `与第 ${before} 行完全相同，按两笔登记，请核对是否重复`)
    rows.set(same, row.row)
    const isOne = issued && amounts.length === 1
    const touched = amounts.map((amount) => (isOne ? correct(draft, issued, payee.record, amount) : take(draft, { ...holder, occurredOn }, amount)))
    const target = touched.find(({ version }) => version === undefined) ?? touched[0] ?? payee.record
    return draft.done(target, `${occurredOn} ${name} ${amounts.map(({ direction, cents }) => `${direction}${(cents / 100).toFixed(2)}元`).join('、')}`)
  }

  /** Whoever the entry was sent out with, as long as the row names it: an enterprise may be called like its organisation. */
  function issuedPayee(issued: DraftRecord | null, name: string): Extract<Found, { record: DraftRecord }> | null {
    const payee = issued && payeeOf(ledger, issued)
    return payee && nameKey(textOf(payee, 'name') ?? '') === nameKey(name) ? { record: payee } : null
  }

  function findPayee(name: string, draft: EntryDraft): Found {
    const { unit } = draft.entry.row
    const org = orgs.find(name, unit)
    return org.record ? org : findEnterprise(name, unit)
  }

  function take(draft: EntryDraft, holder: Record<string, FieldValue>, amount: Amount): DraftRecord {
    const stated = statedValues('fundEntry', draft.entry.row.values, amount.direction === '支出' ? links : { ...links, use: '' })
    const known = pick(holder, amount, stated)
    if (known) {
      claimed.add(known)
      draft.place(known, placesOf(amount))
      if (policy === 'add') draft.look(known)
      else draft.change(known, stated)
      return known
    }
    const { direction, cents, column, source } = amount
    const added = draft.add('fundEntry', { ...holder }, {
      direction: { value: direction, column: 'fundDirection' },
      ...(source === null ? {} : { source: { value: source, column } }),
      amount: { value: cents, column },
      ...stated,
    })
    draft.place(added, placesOf(amount))
    claimed.add(added)
    return added
  }

  /** An entry that was sent out is this one, whatever the row says of it: what tells others apart is corrected in it. */
  function correct(draft: EntryDraft, entry: DraftRecord, payee: DraftRecord, amount: Amount): DraftRecord {
    const { direction, cents, column, source } = amount
    claimed.add(entry)
    draft.place(entry, placesOf(amount))
    if (policy === 'add') {
      draft.look(entry)
      return entry
    }
    pointTo(draft, entry, { column: 'payeeName', before: payeeOf(ledger, entry), after: payee, values: holderOf(payee) })
    const isIncome = direction === '收入'
    draft.change(entry, {
      direction: { value: direction, column: 'fundDirection' },
      amount: { value: cents, column },
      ...(isIncome && columnOf(source) === sourceColumn(entry) ? {} : { source: { value: isIncome ? source : null, column } }),
      ...statedValues('fundEntry', draft.entry.row.values, { ...links, occurredOn: 'occurredOn', ...(isIncome ? { use: '' } : {}) }),
    })
    return entry
  }

  /** Of entries alike, the one with the same voucher, then the same words, then any that has no other voucher. */
  function pick(holder: Record<string, FieldValue>, { direction, cents, source }: Amount, stated: StatedValues): DraftRecord | undefined {
    const key = keyOf({ values: { ...holder, direction, amount: cents } })
    const open = (entries.get(key) ?? []).filter((entry) => !claimed.has(entry) && (direction === '支出' || sourceColumn(entry) === columnOf(source)))
    const says = (entry: DraftRecord, field: string): boolean => comparable(entry.values[field]) === comparable(stated[field]?.value)
    const voucher = stated['voucherNo']?.value
    const byVoucher = voucher === undefined ? open : open.filter((entry) => says(entry, 'voucherNo'))
    const likely = byVoucher.length > 0 ? byVoucher : open.filter((entry) => textOf(entry, 'voucherNo') === null)
    const candidates = voucher === undefined || likely.length > 0 ? likely : []
    return candidates.find((entry) => says(entry, 'summary') && says(entry, 'use')) ?? candidates.find((entry) => says(entry, 'summary')) ?? candidates[0]
  }
}

function keyOf({ values }: Pick<DraftRecord, 'values'>): string {
  return ['occurredOn', 'partyOrgId', 'enterpriseId', 'direction', 'amount'].map((field) => String(values[field] ?? '')).join('|')
}

function columnOf(source: string | null): string {
  return source !== null && named.has(source) ? source : '其他'
}

function sourceColumn(entry: DraftRecord): string {
  return columnOf(textOf(entry, 'source'))
}

function comparable(value: FieldValue | undefined): string {
  return typeof value === 'string' ? nameKey(trimmed(value)) : ''
}

/** The amounts a row states, and whether they fit to what it says of them (V-38). */
function amountsOf(draft: EntryDraft): Amount[] {
  const { values } = draft.entry.row
  const cents = (column: string): number => Math.round(Number(values[column] ?? 0) * 100)
  const direction = values['fundDirection']
  const incomes = sources.filter(([column]) => cents(column) > 0).map(([column, source]): Amount => ({ direction: '收入', cents: cents(column), column, source }))
  const expense: Amount[] = cents('fund.out') > 0 ? [{ direction: '支出', cents: cents('fund.out'), column: 'fund.out', source: null }] : []
  const flat = cents('fundAmount')
  if (incomes.length === 0 && expense.length === 0 && flat > 0) {
    const isExpense = direction === '支出' || (direction === undefined && values['fundUse'] !== undefined)
    const source = typeof values['fundSource'] === 'string' ? values['fundSource'] : null
    return [isExpense ? { direction: '支出', cents: flat, column: 'fundAmount', source: null } : { direction: '收入', cents: flat, column: 'fundAmount', source }]
  }
  const sum = incomes.reduce((all, amount) => all + amount.cents, 0)
  if (flat > 0 && incomes.length > 0 && flat !== sum) {
    draft.report('fundAmount', 'V-38', 'warning', `合计写的是 ${(flat / 100).toFixed(2)} 元，各来源相加是 ${(sum / 100).toFixed(2)} 元，以各来源为准，请核对`)
  }
  if (direction === '支出' && incomes.length > 0) draft.report('fundDirection', 'V-38', 'warning', '收支填“支出”，却填了收入金额，按收入登记，请核对')
  if (direction === '收入' && expense.length > 0) draft.report('fundDirection', 'V-38', 'warning', '收支填“收入”，却填了支出金额，按支出登记，请核对')
  return [...incomes, ...expense]
}
