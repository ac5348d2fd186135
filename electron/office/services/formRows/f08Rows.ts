import { deliveryItems } from '../../../../shared/domain/valueDomain'
import { formRepository } from '../../db/repositories/formRepository'
import { readRecords, type StoredRecord } from '../../db/storedRecord'
import type { FormRow, FormValue } from '../../forms/formRow'
import { joinedNames } from '../../forms/joinedNames'
import { groupBy } from '../groupBy'
import type { ReadFormRows } from './formScene'
import { plainValue } from './recordValue'

/** F08: one row an enterprise that has any item on record. */
export const f08Rows: ReadFormRows = async (manager, scene) => {
  const found = await formRepository.deliveries(manager, scene)
  const records = readRecords(manager, 'delivery', found.map(({ id }) => id))
  return [...groupBy(found, ({ enterpriseId }) => enterpriseId).values()].map((own): FormRow => {
    const items = own.flatMap(({ id }) => records.get(id) ?? [])
    const row: Record<string, FormValue> = {
      recordId: own[0]?.enterpriseId ?? null,
      recordVersion: 0,
      unitName: own[0]?.unitName ?? null,
      enterpriseName: own[0]?.enterpriseName ?? null,
      partyOrgName: own[0]?.partyOrgName ?? null,
      deliveryAmount: amountOf(items),
      receiver: said(items, 'receiver'),
      handler: said(items, 'handler'),
      note: said(items, 'note'),
    }
    for (const { key } of deliveryItems) {
      const values = items.find((item) => item.values['item'] === key)?.values
      for (const field of ['state', 'quantity', 'doneOn']) row[`delivery.${key}.${field}`] = plainValue(values, field)
    }
    return row
  })
}

/** Of all items in 元; null where none has an amount. */
function amountOf(items: readonly StoredRecord[]): number | null {
  const amounts = items.flatMap(({ values }) => (typeof values['amount'] === 'number' ? [values['amount']] : []))
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0) / 100
}

/** What the items say in a field, each word once. */
function said(items: readonly StoredRecord[], field: string): string | null {
  const texts = new Set(items.flatMap(({ values }) => (typeof values[field] === 'string' ? [values[field]] : [])))
  return texts.size === 0 ? null : joinedNames([...texts])
}
