import type { Input } from '../../shared/contract/index'
import type { Connection } from '../office/db/dataSource'
import { enterprises, openFullOffice, type Call } from './fullOffice'
import { milliseconds, sayRatio, timed } from './timed'

const rounds = 5

/** Prints what a page of a ledger and a search cost over a full ledger, beside bare SQL. */
export async function measureLedgers(folder: string): Promise<void> {
  const { call, bare, close } = await openFullOffice(folder)
  for (const page of pages) await measurePage(call, bare, page)
  await measureSearch(call)
  await close()
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
  sayRatio(`${title}: a filtered, sorted page of 100`, ours, theirs, 'bare SQL')
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
