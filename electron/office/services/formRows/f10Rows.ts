import { formRepository } from '../../db/repositories/formRepository'
import { readRecords } from '../../db/storedRecord'
import type { FormRow } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { plainValue, yuanOf } from './recordValue'

/** Columns of the sources the form names; what came from elsewhere stands under 其他. */
const sourceFields: Readonly<Record<string, string>> = {
  企业投入: 'fund.in.enterprise',
  党费返还: 'fund.in.refund',
  财政列支: 'fund.in.fiscal',
}

/** F10: one row an entry by day, with what its payee has left after it. */
export const f10Rows: ReadFormRows = async (manager, scene) => {
  const found = await formRepository.fundEntries(manager, scene)
  const records = readRecords(manager, 'fundEntry', found.map(({ id }) => id))
  const balances = new Map<string, number>()
  return found.flatMap(({ id, unitName, payeeName, partyOrgId, enterpriseId }): FormRow[] => {
    const record = records.get(id)
    const values = record?.values
    const amount = typeof values?.['amount'] === 'number' ? values['amount'] : 0
    const isIncome = values?.['direction'] === '收入'
    const payee = partyOrgId === null ? `enterprise:${String(enterpriseId)}` : `partyOrg:${partyOrgId}`
    const balance = (balances.get(payee) ?? 0) + (isIncome ? amount : -amount)
    balances.set(payee, balance)
    const occurredOn = plainValue(values, 'occurredOn')
    if (scene.from !== null && String(occurredOn) < scene.from) return []
    const source = plainValue(values, 'source')
    const column = isIncome ? (sourceFields[String(source)] ?? 'fund.in.other') : 'fund.out'
    return [
      {
        recordId: id,
        recordVersion: record?.version ?? 0,
        occurredOn,
        unitName,
        payeeName,
        fundDirection: plainValue(values, 'direction'),
        [column]: yuanOf(values, 'amount'),
        fundUse: plainValue(values, 'use'),
        fundSummary: plainValue(values, 'summary'),
        voucherNo: plainValue(values, 'voucherNo'),
        handler: plainValue(values, 'handler'),
        fundBalance: balance / 100,
        note: plainValue(values, 'note'),
      },
    ]
  })
}
