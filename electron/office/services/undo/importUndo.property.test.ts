import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RecordChange } from '../../../../shared/contract/record'
import { anyReturn } from '../../testing/anyReturn'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'
import { livingRows } from '../../testing/livingRows'
import { setUpUnits } from '../../testing/setUpUnits'
import { takeSheet, type SheetCell } from '../../testing/takeSheet'

interface Taken {
  rows: SheetCell[][]
  policy: 'replace' | 'fill' | 'add'
}

const taken: fc.Arbitrary<Taken> = fc.record({ rows: anyReturn, policy: fc.constantFrom('replace', 'replace', 'fill', 'add') })

async function inOffice(work: (office: TestOffice) => Promise<void>): Promise<void> {
  const office = await createTestOffice({ demo: true })
  try {
    await setUpUnits(office)
    await work(office)
  } finally {
    await office.close()
  }
}

const take = async (office: TestOffice, { rows, policy }: Taken): Promise<number> => (await takeSheet(office, rows, { policy })).editId

it('imports undone one after the other, the last first, leave what was before each; redone, what was after', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(taken, { minLength: 1, maxLength: 4 }), (imports) =>
      inOffice(async (office) => {
        const states = [livingRows(office.folder)]
        const edits: number[] = []
        for (const one of imports) {
          edits.push(await take(office, one))
          states.push(livingRows(office.folder))
        }
        const undone: number[] = []
        for (let i = imports.length - 1; i >= 0; i--) {
          undone.push((await office.call('edit.undo', { editId: edits[i] ?? 0 })).editId ?? 0)
          expect(livingRows(office.folder)).toEqual(states[i])
        }
        for (let i = 1; i <= imports.length; i++) {
          await office.call('edit.undo', { editId: undone.pop() ?? 0 })
          expect(livingRows(office.folder)).toEqual(states[i])
        }
      }),
    ),
    { numRuns: 15, seed: 20260702 },
  )
})

it('imports undone in any order, whatever is kept on the way, leave what was before all of them', { timeout: 240_000 }, async () => {
  const order = fc.array(fc.record({ at: fc.nat(), since: fc.constantFrom('keep' as const, 'back' as const) }), { minLength: 4, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(taken, fc.array(taken, { minLength: 2, maxLength: 4 }), order, (first, imports, choices) =>
      inOffice(async (office) => {
        await take(office, first)
        const before = livingRows(office.folder)
        const edits: number[] = []
        for (const one of imports) edits.push(await take(office, one))
        for (const { at, since } of choices) {
          const [editId] = edits.splice(at % Math.max(edits.length, 1), 1)
          if (editId !== undefined) await office.call('edit.undo', { editId, since })
        }
        expect(livingRows(office.folder)).toEqual(before)
      }),
    ),
    { numRuns: 30, seed: 20260702 },
  )
})

type HandEdit = { of: number } & ({ employees: number } | { phone: string } | { visited: string })

const handEdit: fc.Arbitrary<HandEdit> = fc.oneof(
  fc.record({ of: fc.nat(), employees: fc.constantFrom(5, 21, 22) }),
  fc.record({ of: fc.nat(), phone: fc.constantFrom('13611112222', '13633334444') }),
  fc.record({ of: fc.nat(), visited: fc.constantFrom('2026-05-01', '2026-06-01') }),
)

/** Changes an enterprise, the liaison who looks after it, or notes a visit; null where there is none to change. */
async function editByHand(office: TestOffice, edit: HandEdit): Promise<number | null> {
  const { rows } = await office.call('record.page', { kind: 'enterprise' })
  const enterprise = rows[edit.of % Math.max(rows.length, 1)]
  const { rows: assigned } = await office.call('record.page', { kind: 'assignment', filter: { enterpriseId: enterprise?.id ?? 1 } })
  const liaisonId = Number(assigned[0]?.values['liaisonId'] ?? 0)
  if (!enterprise || (!('employees' in edit) && liaisonId === 0)) return null
  const change: RecordChange =
    'employees' in edit
      ? { kind: 'enterprise', id: enterprise.id, values: { employees: edit.employees } }
      : 'phone' in edit
        ? { kind: 'liaison', id: liaisonId, values: { phone: edit.phone } }
        : { kind: 'visit', id: -1, values: { visitedOn: edit.visited, liaisonId, enterpriseId: enterprise.id, mode: '实地', content: '了解情况' } }
  return (await office.call('record.save', { changes: [change] })).editId
}

it('imports and hand work undone in any order, everything taken back, leave what was before all of them', { timeout: 240_000 }, async () => {
  const step = fc.oneof(taken, handEdit)
  await fc.assert(
    fc.asyncProperty(taken, fc.array(step, { minLength: 2, maxLength: 6 }), fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (first, steps, order) =>
      inOffice(async (office) => {
        await take(office, first)
        const before = livingRows(office.folder)
        const edits: number[] = []
        for (const one of steps) {
          const editId = 'rows' in one ? await take(office, one) : await editByHand(office, one)
          if (editId !== null) edits.push(editId)
        }
        for (const at of order) {
          const [editId] = edits.splice(at % Math.max(edits.length, 1), 1)
          if (editId !== undefined) await office.call('edit.undo', { editId, since: 'back' })
        }
        expect(livingRows(office.folder)).toEqual(before)
      }),
    ),
    { numRuns: 20, seed: 20260702 },
  )
})
