import { describe, expect, test } from 'vitest'
import { ledgerFields } from '../../../shared/contract/ledgerRow'
import { columnLetters } from '../excel/columnLetters'
import { formIds } from '../../../shared/domain/formId'
import { bareTitle } from './bareTitle'
import { findForm, standardForms } from './standardForms'

test('all fourteen forms in their order', () => {
  expect(standardForms.map(({ id }) => id)).toEqual(formIds)
})

describe.each(standardForms)('$id $title', ({ columns, headerRows }) => {
  test('columns follow each other from A, no field twice', () => {
    expect(columns.map(({ col }) => col)).toEqual(columns.map((_, index) => columnLetters(index)))
    expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length)
  })

  test('columns of a group stand side by side, and one header row has no groups', () => {
    const groups = columns
      .map(({ group }) => group)
      .filter((group, index, all) => group !== '' && group !== all[index - 1])
    expect(new Set(groups).size).toBe(groups.length)
    if (headerRows === 1) expect(groups).toEqual([])
  })
})

test('F01 is the ledger row: the same fields in the same order', () => {
  const fields = findForm('F01').columns.map(({ field }) => field)
  expect(fields).toHaveLength(58)
  expect(fields).toEqual(['rowNo', ...Object.keys(ledgerFields.shape)])
})

test('a form is called without its region and year', () => {
  expect(bareTitle(findForm('F01'))).toBe('非公有制企业党建工作台账')
  expect(bareTitle(findForm('F11'))).toBe('非公有制企业党建工作考核评分表')
})
