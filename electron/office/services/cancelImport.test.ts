import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TaskName } from '../../../shared/contract/events'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { livingRows } from '../testing/livingRows'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, sheetHeader } from '../testing/takeSheet'

let office: TestOffice
let fileId: string
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
  const rows = Array.from({ length: 6000 }, (_, i) => rowWith(builtRow, { 企业名称: `${i}号公司`, 统一社会信用代码: null, 党组织名称: `中共${i}号公司支部委员会` }))
  fileId = (await office.call('import.read', { name: '大表.xlsx', bytes: writePlainTable(sheetHeader, rows) })).fileId
})
afterEach(() => office.close())

/** Asks until the work is under way. */
async function cancel(task: TaskName): Promise<void> {
  while (!(await office.call('task.cancel', { task })).running) await new Promise((resolve) => setImmediate(resolve))
}

it('a planning that is stopped leaves no plan', async () => {
  const planning = office.failure('import.plan', { fileIds: [fileId] })
  await cancel('import.plan')
  expect(await planning).toMatchObject({ code: 'cancelled' })
  expect((await office.call('import.plan', { fileIds: [fileId] })).totals.add).toBe(6000)
})

it('a commit that is stopped writes nothing at all, and its plan can still be committed', async () => {
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  const before = livingRows(office.folder)
  const committing = office.failure('import.commit', { planId })
  await cancel('import.commit')
  expect(await committing).toMatchObject({ code: 'cancelled', details: { task: 'import.commit' } })
  expect(livingRows(office.folder)).toEqual(before)
  expect(await office.call('import.list', {})).toEqual([])
  expect((await office.call('edit.page', { actions: ['导入'] })).total).toBe(0)
  expect((await office.call('import.commit', { planId })).totals.add).toBe(6000)
  const told = office.events.flatMap((event) => (event.type === 'task.progress' && event.task === 'import.commit' ? [event.done / event.total] : []))
  expect(Math.max(...told)).toBeLessThanOrEqual(1)
  expect(told.length).toBeGreaterThan(10)
})

it('stops nothing where nothing runs', async () => {
  expect(await office.call('task.cancel', { task: 'import.commit' })).toEqual({ running: false })
})
