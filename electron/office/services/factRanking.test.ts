import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordFilter, RecordRow } from '../../../shared/contract/record'
import { answerStates } from '../../../shared/domain/answerStanding'
import { electionStates } from '../../../shared/domain/election'
import { followUpStates } from '../../../shared/domain/followUpStanding'
import { planStates } from '../../../shared/domain/planStanding'
import { coverageStatuses } from '../../../shared/domain/valueDomain'
import { visitStates } from '../../../shared/domain/visitFrequency'
import type { RecordKind } from '../../../shared/record/recordKind'
import { sortableFacts } from '../../../shared/record/sortableFact'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'
import { showPhones } from '../testing/showPhones'

let office: TestOffice
beforeAll(async () => {
  office = await createSampleOffice()
  await showPhones(office)
})
afterAll(() => office.close())

/** Words that stand in an order of their own. */
const orders: Readonly<Record<string, readonly string[]>> = {
  status: coverageStatuses,
  planState: planStates,
  firstLook: followUpStates,
  secondLook: followUpStates,
  state: ['在用', '已撤销'],
  electionState: [...electionStates, '未填'],
  visitState: visitStates,
  problemState: ['超期', '未销号', '已销号'],
  answerState: answerStates,
}

/** Where a fact stands among the others; null for one that comes last both ways. */
function placeOf(name: string, { computed }: RecordRow): number | string | null {
  const fact = computed[name]
  if (fact === null || fact === undefined || fact === '' || fact === '—') return null
  if (typeof fact === 'boolean') return Number(fact)
  if (name === 'rate') return Number.parseFloat(String(fact))
  const order = orders[name]
  if (order) return order.includes(String(fact)) ? order.indexOf(String(fact)) : null
  return fact
}

async function sorted(kind: RecordKind, field: string, descending: boolean, filter: RecordFilter = {}): Promise<(number | string | null)[]> {
  const { rows, total } = await office.call('record.page', { kind, filter, sort: { field, descending }, limit: 5000 })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(total)
  return rows.map((row) => placeOf(field, row))
}

function expectOrder(places: readonly (number | string | null)[], descending: boolean): void {
  const stated = places.filter((place) => place !== null)
  expect(places.slice(stated.length).every((place) => place === null)).toBe(true)
  const inOrder = [...stated].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  expect(stated).toEqual(descending ? inOrder.reverse() : inOrder)
}

describe('a ledger in the order of a computed fact', () => {
  const all = Object.entries(sortableFacts).flatMap(([kind, facts]) => facts.map((fact) => [kind as RecordKind, fact] as const))

  it.each(all)('%s by %s, up and down, blanks last', async (kind, fact) => {
    for (const descending of [false, true]) {
      const places = await sorted(kind, fact, descending)
      // What is null in SQL is false on screen: 已超一年 of an organisation without a term.
      expectOrder(fact === 'overdueMoreThanYear' && !descending ? places.filter((place) => place === 1) : places, descending)
    }
  })

  it('is worked out anew once something was written', async () => {
    const first = async (): Promise<RecordRow | undefined> =>
      (await office.call('record.page', { kind: 'assignment', sort: { field: 'doneNow', descending: true }, limit: 1 })).rows[0]
    const [before, again] = [await first(), await first()]
    expect(again).toEqual(before)
    const { rows } = await office.call('record.page', { kind: 'assignment', sort: { field: 'doneNow', descending: false }, limit: 1 })
    const { liaisonId = 0, enterpriseId = 0 } = rows[0]?.values ?? {}
    const many = Number(before?.computed['doneNow']) + 1
    const { editId } = await office.call('record.save', {
      changes: Array.from({ length: many }, (_, i) => ({
        kind: 'visit' as const,
        id: -1 - i,
        values: { liaisonId, enterpriseId, visitedOn: '2026-11-20', mode: '实地', content: '了解情况' },
      })),
    })
    expect(await first()).toMatchObject({ id: rows[0]?.id, computed: { doneNow: many } })
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect((await first())?.id).toBe(before?.id)
  })

  it('stays within the filter, a worklist included, and within the page', async () => {
    const worklist = await sorted('enterprise', 'planState', true, { is: { worklist: ['unbuilt'] }, unitIds: [1, 2] })
    expect(worklist.length).toBeGreaterThan(3)
    expectOrder(worklist, true)
    const asked = { kind: 'assignment' as const, sort: { field: 'visitDueOn', descending: false } }
    const { rows } = await office.call('record.page', { ...asked, limit: 20 })
    const second = await office.call('record.page', { ...asked, offset: 10, limit: 10 })
    expect(second.rows.map(({ id }) => id)).toEqual(rows.slice(10).map(({ id }) => id))
  })

  it('goes into the workbook as it stands, and is refused for what has no order', async () => {
    const columns = [{ field: 'enterpriseId', header: '企业' }, { field: 'visitState', header: '走访情况' }]
    const file = await office.call('record.export', { kind: 'assignment', title: '联系关系', sort: { field: 'visitState', descending: true }, columns })
    expect(file.rows).toBeGreaterThan(20)
    const failure = await office.failure('record.page', { kind: 'enterprise', sort: { field: 'reason', descending: false } })
    expect(failure).toMatchObject({ code: 'invalid', details: { reason: 'no-such-field', field: 'reason' } })
  })
})
