import { expect, it } from 'vitest'
import { createTestOffice } from '../testing/createTestOffice'

it('a record in the recycle bin is not edited there, but an older edit of it can still be taken back', async () => {
  const office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  const kind = 'meeting'
  const [{ id = 0 } = {}] = (await office.call('record.save', { changes: [{ kind, id: -1, values: { heldOn: '2026-06-01', topic: '部署' } }] })).saved
  const renamed = await office.call('record.save', { changes: [{ kind, id, values: { topic: '总结' } }] })
  await office.call('record.remove', { kind, ids: [id] })
  for (const values of [{ topic: '另一个' }, { topic: null }]) {
    const failure = await office.failure('record.save', { changes: [{ kind, id, values }] })
    expect(failure).toMatchObject({ code: 'not-found', details: { kind, id } })
  }
  await office.call('edit.undo', { editId: renamed.editId ?? 0 })
  await office.call('record.restore', { kind, ids: [id] })
  expect((await office.call('record.get', { kind, id })).values['topic']).toBe('部署')
  await office.close()
})
