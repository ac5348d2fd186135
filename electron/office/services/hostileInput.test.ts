import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { definitionOf, recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { fillEveryKind } from '../testing/fillEveryKind'

/** Malformed, hostile and merely odd input at the calls that take records: refused with a reason or kept, never a fault. */
let office: TestOffice

beforeEach(async () => {
  office = await createTestOffice()
  await fillEveryKind(office)
})
afterEach(() => office.close())

const words = [
  '', '\u3000', '甲', '汉'.repeat(1001), 'a\0b', '\ud800', '😀', "'; DROP TABLE unit", '%_\\', '\n', '=1+1',
  '2026-02-30', '0001-01-01', '9999-12-31', '2026年第5季度', '2026年第2季度', '91350100M000100Y43', 'flag', '联合组建', '已注销',
  '系统计算', '支出', '已答复', 'toString',
]
const numbers = [0, -0, 1, -1, 2, 1.5, 2 ** 31, 2 ** 53, 1e308, 5e-324, 2026]
const lists = [[], [''], ['甲', '甲', ' '], ['\0'], [{ year: 2026, count: 2 }], [{ year: -1, count: -5 }]]
const value = fc.constantFrom<unknown>(...words, ...numbers, ...lists, null, true, false)
const shapeless = fc.constantFrom<unknown>({}, [1], [null], undefined)

const kindOf = fc.constantFrom(...recordKinds)
const id = fc.constantFrom(1, 1, 1, 2, -1, 0, 99, 2 ** 53 - 1)
const text = fc.constantFrom(...words.filter((word) => word.length <= 100))
const list = (inner: fc.Arbitrary<unknown>) => fc.array(inner, { maxLength: 3 })

function fieldOf(kind: RecordKind): fc.Arbitrary<string> {
  const known = fc.constantFrom(...Object.keys(definitionOf(kind).fields))
  const others = fc.constantFrom('toString', '__proto__', 'id', 'version', 'deletedAt', 'nameKey', 'removed', 'unitName', 'worklist', 'state')
  return fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: others })
}

function valuesOf(kind: RecordKind): fc.Arbitrary<object> {
  const pair = fc.tuple(fieldOf(kind), fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: shapeless }))
  return fc.array(pair, { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs) as object)
}

const change = kindOf.chain((kind) => fc.record({ kind: fc.constant(kind), id, values: valuesOf(kind) }))
const changes = fc.array(change, { minLength: 1, maxLength: 3 })

const page = kindOf.chain((kind) => {
  const is = fc.array(fc.tuple(fieldOf(kind), list(value)), { maxLength: 2 }).map((pairs) => Object.fromEntries(pairs) as object)
  const filter = fc.record({ search: text, unitIds: list(id), enterpriseId: id, is, from: text, to: text }, { requiredKeys: [] })
  const sort = fc.record({ field: fieldOf(kind), descending: fc.boolean() })
  const columns = fc.array(fc.record({ field: fieldOf(kind), header: text }), { minLength: 1, maxLength: 3 })
  return fc.record({ kind: fc.constant(kind), filter, sort, title: text, columns }, { requiredKeys: ['kind', 'columns'] })
})

const merge = fc.record({ keepId: id, dropId: id, values: valuesOf('enterprise') })
const editId = fc.integer({ min: 1, max: 60 })
const questions: Record<string, fc.Arbitrary<object>> = {
  'record.save': fc.record({ changes, label: text, operator: text }, { requiredKeys: ['changes'] }),
  'record.check': fc.record({ changes }),
  'record.preview': fc.record({ changes }),
  'record.page': page,
  'record.export': page,
  'fund.summary': page,
  'record.get': fc.record({ kind: kindOf, id }),
  'record.choices': fc.record({ kind: kindOf, search: text, ids: list(id), unitId: id }, { requiredKeys: ['kind'] }),
  'record.remove': fc.record({ kind: kindOf, ids: list(id) }),
  'record.restore': fc.record({ kind: kindOf, ids: list(id) }),
  'record.history': fc.record({ kind: kindOf, id }),
  'record.removed': fc.record({ offset: id, limit: id }),
  'enterprise.merge': merge,
  'enterprise.mergePreview': merge,
  'enterprise.tellApart': fc.record({ oneId: id, otherId: id }),
  'partyOrg.dissolve': fc.record({ id, version: id, dissolvedOn: text, reason: text }),
  'edit.undo': fc.record(
    { editId, since: fc.constantFrom('refuse', 'keep', 'back'), except: list(fc.record({ kind: kindOf, id })) },
    { requiredKeys: ['editId'] },
  ),
  'edit.undoPreview': fc.record({ editId }),
  'edit.page': fc.record({ search: text, operator: text, from: text }, { requiredKeys: [] }),
  'edit.entries': fc.record({ editId: fc.integer({ min: -5, max: 60 }) }),
}
const question = fc.constantFrom(...Object.keys(questions)).chain((name) => fc.tuple(fc.constant(name), questions[name] ?? fc.constant({})))

it('answers every question with a value or a reason, never with a fault of its own', async () => {
  await fc.assert(
    fc.asyncProperty(question, async ([name, input]) => {
      const reply = await office.dispatch(name, input)
      const fault = reply.ok || reply.failure.code !== 'unexpected' ? null : office.logs.at(-1)
      expect(fault).toBeNull()
    }),
    { numRuns: 400 },
  )
})

const oneField = kindOf.chain((kind) => fc.tuple(fc.constant(kind), fc.constantFrom(...Object.keys(definitionOf(kind).fields)), value))

it('shows whatever it accepts, and takes it back', async () => {
  await fc.assert(
    fc.asyncProperty(oneField, async ([kind, name, typed]) => {
      const before = (await office.call('record.get', { kind, id: 1 })).values
      const reply = await office.dispatch('record.save', { changes: [{ kind, id: 1, values: { [name]: typed } }] })
      if (!reply.ok) {
        expect(reply.failure.code).toBe('invalid')
        return
      }
      const { editId } = reply.value as { editId: number | null }
      await office.call('record.page', { kind, sort: { field: name, descending: true } })
      await office.call('record.history', { kind, id: 1 })
      if (editId !== null) await office.call('edit.undo', { editId })
      expect((await office.call('record.get', { kind, id: 1 })).values).toEqual(before)
    }),
    { numRuns: 200 },
  )
})
