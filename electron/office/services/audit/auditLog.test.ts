import { join } from 'node:path'
import { z } from 'zod'
import { expect, it } from 'vitest'
import { contract } from '../../../../shared/contract/index'
import { openConnection, type Connection } from '../../db/dataSource'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'
import { fileCalls } from './withHandedOut'

async function setUp(office: TestOffice): Promise<void> {
  await office.call('office.setup', { officeName: '工委', regionName: '某区', units: [{ name: '甲街道', kind: '街道', sortNo: 1 }] })
  for (const name of ['甲公司', '乙公司', '丙公司']) {
    await office.call('record.save', {
      operator: '张三',
      changes: [{ kind: 'enterprise', id: -1, values: { name, unitId: 1, operatingStatus: '正常经营' } }],
    })
  }
}

/** Another program at the file while the office has it open. */
function tamper(office: TestOffice, change: (ledger: Connection) => void): void {
  const ledger = openConnection(join(office.folder, 'ledger.sqlite'))
  change(ledger)
  ledger.close()
}

it('finds a log whole that only this program wrote', async () => {
  const office = await createTestOffice()
  await setUp(office)
  const check = await office.call('log.check', {})
  expect(check).toMatchObject({ total: 0, faults: [] })
  expect(check.entries).toBeGreaterThan(6)
  expect(check.head?.id).toBe(check.entries)
  await office.close()
})

it.each([
  ['an altered entry', 'UPDATE audit_entry SET operator = \'李四\' WHERE id = 5', [{ fault: 'changed', from: 5, to: 5 }]],
  ['an altered change', 'UPDATE audit_entry SET changes = replace(changes, \'乙公司\', \'丁公司\')', [{ fault: 'changed' }]],
  ['a removed entry', 'DELETE FROM audit_entry WHERE id = 3', [{ fault: 'missing', from: 3, to: 3 }]],
  ['entries cut off at the end', 'DELETE FROM audit_entry WHERE id > 4', [{ fault: 'missing', from: 5 }]],
  [
    'entries in another order',
    'UPDATE audit_entry SET id = 100 WHERE id = 2; UPDATE audit_entry SET id = 2 WHERE id = 4; UPDATE audit_entry SET id = 4 WHERE id = 100',
    [{ fault: 'changed', from: 2 }, { fault: 'changed', from: 3 }, { fault: 'changed', from: 4 }, { fault: 'changed', from: 5 }],
  ],
  [
    'an entry put in at the end',
    `INSERT INTO audit_entry (created_at, updated_at, at, action, entity, label, changes)
      VALUES ('', '', '2026-01-01', '导出', 'file', '', '[]')`,
    [{ fault: 'added' }],
  ],
  ['an edit under another name', 'UPDATE edit SET label = \'别的\' WHERE id = 2', [{ fault: 'edit', from: 2 }]],
])('shows the place of %s', async (_, sql, faults) => {
  const office = await createTestOffice()
  await setUp(office)
  expect((await office.call('log.check', {})).total).toBe(0)
  tamper(office, (ledger) => ledger.pragma('foreign_keys = OFF') && ledger.exec(sql))
  const check = await office.call('log.check', {})
  expect(check.faults).toMatchObject(faults)
  await office.close()
})

it('notices a cut end after further entries were written', async () => {
  const office = await createTestOffice()
  await setUp(office)
  tamper(office, (ledger) => ledger.exec('DELETE FROM audit_entry WHERE id > 5; UPDATE sqlite_sequence SET seq = 5 WHERE name = \'audit_entry\''))
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: 1, values: { community: '东村' } }] })
  expect((await office.call('log.check', {})).total).toBeGreaterThan(0)
  await office.close()
})

it('believes a check of this week at the start, unless it found something', async () => {
  let today = '2026-06-01'
  const office = await createTestOffice({ today: () => today })
  await setUp(office)
  await office.call('log.check', { whenDue: true })
  tamper(office, (ledger) => ledger.exec('DELETE FROM audit_entry WHERE id = 3'))
  today = '2026-06-07'
  expect(await office.call('log.check', { whenDue: true })).toMatchObject({ total: 0, checkedAt: '2026-06-01T08:00:00.000Z' })
  today = '2026-06-08'
  expect(await office.call('log.check', { whenDue: true })).toMatchObject({ total: 1 })
  expect((await office.call('log.check', { whenDue: true })).checkedAt).toBe('2026-06-08T08:00:00.000Z')
  await office.close()
})

it('marks every call that answers a file, so that none goes out unlogged', () => {
  const answering = Object.entries(contract).filter(([, { output }]) => output instanceof z.ZodObject && 'bytes' in output.shape && 'fileName' in output.shape)
  // A copy of the whole ledger is noted by its own service: it may go out while no ledger is open. Paper is noted when
  // it was printed (print.done), not when it is looked at.
  expect(answering.map(([name]) => name).sort()).toEqual([...fileCalls, 'backup.copyOut', 'print.pdf'].sort())
})

it('logs what is handed out: what, of which records, by whom', async () => {
  const office = await createTestOffice()
  await setUp(office)
  await office.call('view.save', { key: 'import.operator', state: '王五' })
  const { fileName } = await office.call('record.export', {
    kind: 'enterprise', title: '企业', columns: [{ field: 'name', header: '企业名称' }], filter: { search: '甲公司', unitIds: [1] },
  })
  await office.call('form.export', { form: 'F01', unitId: 1, operator: '赵六', hidePhones: true })
  const { job } = await office.call('print.html', { what: { kind: 'records', question: { kind: 'enterprise', title: '企业', columns: [{ field: 'name', header: '企业名称' }] } } })
  await office.call('print.done', { job, means: '打印', operator: '王五' })
  const { rows } = await office.call('edit.page', { actions: ['导出', '打印'] })
  expect(rows.map(({ operator, action, label, canUndo }) => [operator, action, label, canUndo])).toEqual([
    ['王五', '打印', expect.stringMatching(/^打印“企业/), false],
    ['赵六', '导出', expect.stringMatching(/^导出“.*\.xlsx”$/), false],
    ['王五', '导出', `导出“${fileName}”`, false],
  ])
  const [entry] = await office.call('edit.entries', { editId: rows[2]?.id ?? 0 })
  expect(entry?.changes.map(({ label, after }) => `${label}：${after}`)).toEqual(['台账：企业', '表名：企业', '搜索：甲公司', '单位：甲街道', '行数：1', '电话：未隐藏'])
  expect((await office.call('log.check', {})).total).toBe(0)
  await office.close()
})

it('finds lines by action, kind of record, text, person and day', async () => {
  const office = await createTestOffice()
  await setUp(office)
  await office.call('record.remove', { kind: 'enterprise', ids: [2], operator: '李四' })
  await office.call('setting.save', { settings: { work: { liaisonLimit: 5 } }, operator: '李四' })
  const labels = async (filter: object): Promise<string[]> => (await office.call('edit.page', filter)).rows.map(({ label }) => label)
  expect(await labels({ actions: ['删除'] })).toEqual(['删除企业“乙公司”'])
  expect(await labels({ actions: ['设置'], operator: '李四' })).toHaveLength(1)
  expect(await labels({ kinds: ['enterprise'], search: '丙公司' })).toEqual(['新增企业“丙公司”'])
  expect(await labels({ kinds: ['liaison'] })).toEqual([])
  expect(await labels({ from: '2026-07-01' })).toEqual([])
  await office.close()
})

it('exports the log, and logs that', async () => {
  const office = await createTestOffice()
  await setUp(office)
  const { fileName, rows } = await office.call('log.export', { filter: { actions: ['新增'] }, operator: '张三' })
  expect(fileName).toBe('操作日志_2026-06-30.xlsx')
  expect(rows).toBeGreaterThan(3)
  const [latest] = (await office.call('edit.page', {})).rows
  expect(latest).toMatchObject({ action: '导出', label: '导出“操作日志_2026-06-30.xlsx”', operator: '张三' })
  await office.close()
})

it('is refused the file where the log cannot be written', async () => {
  const office = await createTestOffice()
  await setUp(office)
  tamper(office, (ledger) =>
    ledger.exec('CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, \'no more\'); END'),
  )
  expect(await office.failure('form.export', { form: 'F01' })).toMatchObject({ code: 'unexpected' })
  await office.close()
})
