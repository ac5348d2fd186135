import type { CallName, Input, Output } from '../../shared/contract/index'
import type { RecordChange } from '../../shared/contract/record'
import type { Failure } from '../../shared/contract/reply'
import type { Random } from './createRandom'
import { tortureWords } from './learnKey'

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** What the office would not do: nothing may have changed then. */
export class Refused extends Error {
  constructor(call: CallName, failure: Failure) {
    super(`${call}: ${JSON.stringify(failure)}`)
    this.name = 'Refused'
  }
}

export interface Work {
  name: string
  /** The copy the ledger becomes. */
  becomes?: string
  perform(): Promise<unknown>
}

type Maker = (call: Call, random: Random) => Promise<Work | null>

const operator = '试验'
let count = 0
const newName = (random: Random): string => `试验企业${process.pid}第${++count}号${random.below(1_000_000)}公司`

async function livingEnterprises(call: Call): Promise<number[]> {
  const { rows } = await call('record.page', { kind: 'enterprise', limit: 500 })
  return rows.map(({ id }) => id)
}

function some(ids: readonly number[], most: number, random: Random): number[] {
  const wanted = 1 + random.below(most)
  const from = random.below(Math.max(1, ids.length - wanted))
  return ids.slice(from, from + wanted)
}

const added = (random: Random, id: number): RecordChange => ({
  kind: 'enterprise',
  id,
  values: { name: newName(random), unitId: 1, employees: random.below(500), note: `第${random.below(1e6)}条` },
})

const add: Maker = async (call, random) => {
  const changes = Array.from({ length: 1 + random.below(5) }, (_, i) => added(random, -1 - i))
  return { name: 'add', perform: () => call('record.save', { changes, operator }) }
}

const edit: Maker = async (call, random) => {
  const ids = some(await livingEnterprises(call), 8, random)
  if (ids.length === 0) return null
  const changes = ids.map((id): RecordChange => ({ kind: 'enterprise', id, values: { employees: random.below(9000), note: `改${random.below(1e6)}` } }))
  return { name: 'edit', perform: () => call('record.save', { changes, operator }) }
}

/** As many as are copied for before; the first one adds them. */
const batch: Maker = async (call, random) => {
  const ids = (await livingEnterprises(call)).slice(0, 120)
  const changes =
    ids.length < 100
      ? Array.from({ length: 100 }, (_, i) => added(random, -1 - i))
      : ids.map((id): RecordChange => ({ kind: 'enterprise', id, values: { formalMembers: random.below(9) } }))
  return { name: 'batch', perform: () => call('record.save', { changes, operator }) }
}

const remove: Maker = async (call, random) => {
  const ids = some(await livingEnterprises(call), 3, random)
  return ids.length === 0 ? null : { name: 'remove', perform: () => call('record.remove', { kind: 'enterprise', ids, operator }) }
}

const bringBack: Maker = async (call, random) => {
  const { rows } = await call('record.removed', { limit: 50 })
  const ids = some(rows.filter(({ kind }) => kind === 'enterprise').map(({ id }) => id), 3, random)
  return ids.length === 0 ? null : { name: 'bring back', perform: () => call('record.restore', { kind: 'enterprise', ids, operator }) }
}

const undo: Maker = async (call, random) => {
  const { rows } = await call('edit.page', { limit: 10 })
  const editId = random.pick(rows.filter(({ canUndo, undone }) => canUndo && !undone))?.id
  return editId === undefined ? null : { name: 'undo', perform: () => call('edit.undo', { editId, operator, since: 'back' }) }
}

const importRows: Maker = async (call, random) => {
  const [unit] = await call('unit.list', {})
  if (!unit) return null
  const rows = Array.from({ length: 15 }, (_, i) => `${i + 1},${unit.name},${newName(random)},私营企业,制造业,正常经营,${random.below(300)},${random.below(9)},否,没有党员`)
  const bytes = new TextEncoder().encode(['序号,所属乡镇(街道),企业名称,企业类型,所属行业,经营状态,从业人员数,正式党员,是否建立党组织,未建原因', ...rows].join('\n'))
  const { fileId } = await call('import.read', { name: '报表.csv', bytes })
  const { planId } = await call('import.plan', { fileIds: [fileId], policy: 'replace', units: { [fileId]: unit.name } })
  return { name: 'import', perform: () => call('import.commit', { planId, operator }) }
}

const copy: Maker = async (call) => ({ name: 'backup', perform: () => call('backup.make', {}) })

const restore: Maker = async (call, random) => {
  const { copies } = await call('backup.list', {})
  const name = random.pick(copies.filter(({ password }) => password !== 'other'))?.name
  return name === undefined ? null : { name: 'restore', becomes: name, perform: () => call('backup.restore', { name, operator }) }
}

const lock: Maker = async (call, random) => {
  const label = `试验期${process.pid}-${++count}-${random.below(1e6)}`
  return { name: 'lock', perform: () => call('period.lock', { kind: '季', label, cutOffOn: '2026-03-31', operator }) }
}

/** Seldom set and soon removed: everything is slower under one. */
const password: Maker = async (call, random) => {
  const { isSet } = await call('password.state', {})
  const chosen = tortureWords[random.below(tortureWords.length)] ?? tortureWords[0]
  if (!isSet) return random.below(4) > 0 ? null : { name: 'set password', perform: () => call('password.set', { password: chosen, operator }) }
  const present = await presentWord(call)
  return random.below(3) > 0
    ? { name: 'remove password', perform: () => call('password.remove', { present, operator }) }
    : { name: 'change password', perform: () => call('password.change', { present, password: chosen, operator }) }
}

async function presentWord(call: Call): Promise<{ password: string }> {
  for (const word of tortureWords) {
    const opens = await call('password.recoveryCode', { present: { password: word }, operator }).then(() => true, () => false)
    if (opens) return { password: word }
  }
  throw new Error('no word opens the ledger')
}

/** The first thing done with a new ledger. */
export function setUp(call: Call): Work {
  const units = [{ name: '东山街道', kind: '街道' as const, sortNo: 1 }]
  return { name: 'setup', perform: () => call('office.setup', { regionName: '示范区', officeName: '工委', units }) }
}

/** By how often each is done. */
const makers: readonly (readonly [Maker, number])[] = [
  [add, 6], [edit, 10], [batch, 2], [remove, 4], [bringBack, 3], [undo, 5], [importRows, 2], [copy, 3], [restore, 3], [lock, 1], [password, 3],
]

/** One thing a clerk may do, as the ledger is now. */
export async function randomWork(call: Call, random: Random): Promise<Work> {
  for (;;) {
    let ticket = random.below(makers.reduce((sum, [, weight]) => sum + weight, 0))
    const maker = makers.find(([, weight]) => (ticket -= weight) < 0)?.[0] ?? add
    const work = await maker(call, random)
    if (work) return work
  }
}
