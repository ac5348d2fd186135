import { expect, it } from 'vitest'
import { ledgerHeaders } from '../../text/ledgerHeaders'
import { sheetColumns } from '../../record/gridColumns'
import { ledgerColumnOf, ledgerColumns, sheetName } from './ledgerColumns'

const columns = sheetColumns('enterprise', ledgerColumns(() => undefined))
const named = (name: string) => columns.find((column) => column.name === name)

it('edits what is the enterprise’s own and only shows what belongs to others', () => {
  expect(['unitId', 'creditCode', 'employees', 'hasUnion', 'note', 'annualRevenue', 'plannedFoundingOn'].map((name) => named(name)?.editable)).toEqual(Array(7).fill(true))
  expect(['name', 'operatingStatus', 'status', 'partyOrgName', 'secretaryName', 'liaisonPhone', 'delivery.flag', 'goal.org', 'updatedAt'].map((name) => named(name)?.editable)).toEqual(Array(9).fill(false))
})

it('has every column of the form once, and the other fields hidden behind them', () => {
  expect(columns.slice(0, ledgerHeaders.length).map(({ name }) => name)).toEqual(ledgerHeaders.map(({ column }) => sheetName(column)))
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
  expect(named('registeredAddress')).toMatchObject({ hidden: true, editable: true, header: '注册地址' })
})

it('finds the column of the form by the name in the sheet', () => {
  expect([ledgerColumnOf('name'), ledgerColumnOf('unitId'), ledgerColumnOf('employees'), ledgerColumnOf('oldCode')]).toEqual(['enterpriseName', 'unitName', 'employees', undefined])
})
