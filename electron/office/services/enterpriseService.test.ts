import { afterEach, beforeEach, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { fillEveryKind } from '../testing/fillEveryKind'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await fillEveryKind(office)
})
afterEach(() => office.close())

it.each(['enterprise.get', 'enterprise.sheetRow', 'enterprise.page', 'enterprise.sheet'] as const)('%s answers what the contract names, no column more', async (name) => {
  const reply = await office.dispatch(name, /page|sheet$/.test(name) ? {} : { id: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  expect(reply.value).toEqual(contract[name].output.parse(reply.value))
})
