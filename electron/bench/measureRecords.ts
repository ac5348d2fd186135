import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../shared/contract/index'
import { createOffice, type Office } from '../office/createOffice'
import { openConnection, type Connection } from '../office/db/dataSource'
import { ledgerFiles } from '../office/db/ledgerFiles'
import { openDatabase } from '../office/db/openDatabase'
import { fillBigLedger } from '../office/db/testing/bigLedger'
import { median } from './median'

const enterprises = 100_000
const batch = 10_000
const rounds = 5
const today = '2026-06-30'

type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** Prints what a page of a ledger, a search and a batch change cost over a full ledger, beside bare SQL. */
export async function measureRecords(folder: string): Promise<void> {
  const dataFolder = join(folder, 'data-records')
  const database = await openDatabase(dataFolder)
  await database.gate.write((manager) => fillBigLedger(manager, enterprises))
  await database.close()
  const office = await createOffice({
    dataFolder,
    clock: { today: () => today, now: () => new Date().toISOString() },
    log: ({ message }) => process.stderr.write(`${message}\n`),
    emit: () => undefined,
    version: 'bench',
    demo: false,
  })
  const bare = openConnection(ledgerFiles(dataFolder).ledger)
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  const call = calling(office)
  for (const page of pages) await measurePage(call, bare, page)
  await measureSearch(call)
  await measureBatch(call, bare)
  bare.close()
  await office.close()
}

function calling(office: Office): Call {
  return async <N extends CallName>(name: N, input: Input<N>) => {
    const reply = await office.dispatch(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
    return reply.value as Output<N>
  }
}

interface Page {
  title: string
  input: Input<'record.page'>
  /** Condition and order as one would write them by hand. */
  where: string
  orderBy: string
  table: string
}

const pages: readonly Page[] = [
  {
    title: '企业',
    input: { kind: 'enterprise', filter: { unitIds: [3] }, sort: { field: 'employees', descending: true } },
    table: 'enterprise',
    where: 'unit_id = 3',
    orderBy: 'employees DESC NULLS LAST, id DESC',
  },
  {
    title: '党组织',
    input: { kind: 'partyOrg', filter: { is: { mode: ['联合组建'] } }, sort: { field: 'foundedOn', descending: true } },
    table: 'party_org',
    where: "mode = '联合组建'",
    orderBy: 'founded_on DESC NULLS LAST, id DESC',
  },
  {
    title: '联系关系',
    input: { kind: 'assignment', filter: { is: { frequencyUnit: ['季'] } }, sort: { field: 'from', descending: true } },
    table: 'assignment',
    where: "frequency_unit = '季'",
    orderBy: 'from_date DESC NULLS LAST, id DESC',
  },
  {
    title: '三建三送',
    input: { kind: 'delivery', filter: { is: { item: ['flag'] } }, sort: { field: 'doneOn', descending: true } },
    table: 'delivery',
    where: "item = 'flag'",
    orderBy: 'done_on DESC NULLS LAST, id DESC',
  },
]

async function measurePage(call: Call, bare: Connection, { title, input, table, where, orderBy }: Page): Promise<void> {
  const count = bare.prepare(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL AND ${where}`)
  const rows = bare.prepare(`SELECT * FROM ${table} WHERE deleted_at IS NULL AND ${where} ORDER BY ${orderBy} LIMIT 100`)
  const theirs: number[] = []
  const ours: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(() => [count.get(), rows.all()])
    const b = await timed(() => call('record.page', input))
    if (round === 0) continue
    theirs.push(a)
    ours.push(b)
  }
  say(`${title}: a filtered, sorted page of 100`, ours, theirs, 'bare SQL')
}

async function measureSearch(call: Call): Promise<void> {
  for (const search of ['sf77', 'shifan123', '机械 77']) {
    const times: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const time = await timed(() => call('enterprise.page', { filter: { search } }))
      if (round > 0) times.push(time)
    }
    process.stdout.write(`search “${search}” over ${enterprises} enterprises: ${milliseconds(times)}\n`)
  }
}

/** A batch change and its undo against one bare UPDATE each way that writes the same history rows. */
async function measureBatch(call: Call, bare: Connection): Promise<void> {
  const ids = Array.from({ length: batch }, (_, index) => index * 3 + 1)
  const theirs: number[] = []
  const ours: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(() => {
      bareBatch(bare, ids, null, `东村${round}`)
      bareBatch(bare, ids, `东村${round}`, null)
    })
    const b = await timed(async () => {
      const changes = ids.map((id) => ({ kind: 'enterprise' as const, id, values: { community: `西村${round}` } }))
      const { editId } = await call('record.save', { changes })
      await call('edit.undo', { editId: editId ?? 0 })
    })
    if (round === 0) continue
    theirs.push(a)
    ours.push(b)
  }
  say(`a batch change of ${batch} enterprises with its undo`, ours, theirs, 'one bare UPDATE each way with the same history rows')
}

function bareBatch(bare: Connection, ids: readonly number[], before: string | null, after: string | null): void {
  const at = new Date().toISOString()
  const insert = bare.prepare(
    `INSERT INTO audit_entry (created_at, updated_at, version, at, operator, action, entity, entity_id, label, changes)
     VALUES (?, ?, 1, ?, '', '修改', 'enterprise', ?, ?, ?)`,
  )
  bare.exec('BEGIN IMMEDIATE')
  bare
    .prepare(
      `UPDATE enterprise SET community = ?, updated_at = ?, version = version + 1
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(after, at, JSON.stringify(ids))
  const changes = JSON.stringify([{ field: 'community', before, after }])
  for (const id of ids) insert.run(at, at, at, id, `示范${id}号机械制造有限公司`, changes)
  bare.exec('COMMIT')
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function milliseconds(times: readonly number[]): string {
  return `${(median(times) * 1000).toFixed(1)} ms`
}

function say(what: string, ours: readonly number[], theirs: readonly number[], reference: string): void {
  const ratio = median(ours.map((time, i) => time / (theirs[i] ?? Number.NaN)))
  process.stdout.write(`${what}: ${milliseconds(ours)} against ${milliseconds(theirs)} for ${reference}, ratio ${ratio.toFixed(2)}\n`)
}
