import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect, isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type CallName } from '../../shared/contract/index'
import { failure } from '../../shared/contract/reply'
import { formIds } from '../../shared/domain/formId'
import { definitionOf, recordKinds, type RecordKind } from '../../shared/record/recordKind'
import { openConnection, type Connection } from './db/dataSource'
import { deriveKey } from './db/encryption/deriveKey'
import { createKeyRing } from './db/encryption/keyRing'
import { saltOf } from './db/encryption/ledgerSalt'
import { ledgerFiles } from './db/ledgerFiles'
import type { PrinterPort } from './ports'
import { anyInput, type KnownValues } from './testing/anyInput'
import { createTestOffice, type TestOffice } from './testing/createTestOffice'
import { fillEveryKind } from './testing/fillEveryKind'
import { builtRow, sheetHeader, unbuiltRow } from './testing/takeSheet'
import { writePlainTable } from './excel/testing/plainTable'

/**
 * Every call of the contract with inputs of its shape and others: a valid answer or a coded failure, never `unexpected`;
 * nothing is written by a refusal or by a call that reads. CONTRIBUTING.md says how to ask for more and to replay.
 */
const runs = Number(process.env.LEDGER_FUZZ ?? 60)
const seed = Number(process.env.LEDGER_FUZZ_SEED ?? Date.now() % 2 ** 31)
/** Inputs a ledger takes before it is made anew: what was removed or merged away is of no use to the next ones. */
const perLedger = 200
const calls = Object.keys(contract) as CallName[]

/** `#n`: field n of the kind beside it; `$file`, `$plan`, `$copy`: those of the office asked. */
const fields = Array.from({ length: 40 }, (_, i) => `#${i}`)
const ids = [1, 2, 3, 4]
const known: KnownValues = {
  values: fields, is: fields, field: fields, fileId: ['$file'], fileIds: ['$file'], after: ['$plan'], planId: ['$plan'], units: ['$file'], sheet: ['Sheet1', '表'],
  form: [...formIds], period: ['2026年第2季度'], key: ['enterprise', 'ledger'], column: ['A', 'B', 'AA'], countedIn: ['S1:D', 'S2:C'], figure: ['comparison~S1a~total~E~~~~1~~~合计', 'comparison~S1e~1~Q~2026-06-30~~~1~~~甲'], previousId: ids, tickets: ['t'], ticket: ['t'],
  editId: [1, 2, 3, 20, 25, 26, 27, 28], runId: ids, batchId: ids, id: ids, ids, enterpriseId: ids, partyOrgId: ids, unitId: ids, unitIds: ids, schemeId: ids, liaisonId: ids, keepId: ids,
  dropId: ids, oneId: ids, otherId: ids, periodId: ids, version: ids, row: ids, position: ids,
}

const ledgerPassword = '东山台账 2026'

/** Pages laid out at once: a browser for every input would take hours. */
const blankPaper: PrinterPort = {
  canMakePdf: () => true,
  fonts: () => Promise.resolve([]),
  pdf: () => ({ done: Promise.resolve(new Uint8Array([37, 80, 68, 70])), stop: () => undefined }),
}

let prepared = ''
beforeAll(async () => {
  console.info(`LEDGER_FUZZ_SEED=${seed}, ${runs} inputs a call`)
  prepared = mkdtempSync(join(tmpdir(), 'ledger-fuzz-'))
  const office = await createTestOffice({ folder: prepared })
  await fillEveryKind(office)
  const { plan } = await readTable(office)
  await office.call('import.commit', { planId: plan, operator: '王五' })
  await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
  await office.close()
})
afterAll(() => rmSync(prepared, { recursive: true, force: true }))

async function readTable(office: TestOffice): Promise<{ file: string; plan: string }> {
  const { fileId } = await office.call('import.read', { name: '表.xlsx', bytes: writePlainTable(sheetHeader, [builtRow, unbuiltRow]) })
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  return { file: fileId, plan: planId }
}

interface Asked {
  office: TestOffice
  ledger: Connection
  places: Record<string, string>
  close(): Promise<void>
}

/** Calls that only read, and keep nothing in memory either, are asked of one office. */
const readsOnly = (call: CallName): boolean => contract[call].kind === 'read' && !/^(import|mapping|finding|backup|recovery)\./.test(call)
let shared: Asked | undefined
afterAll(() => shared?.close())

async function openFor(call: CallName): Promise<Asked> {
  if (!readsOnly(call)) return openPrepared(call)
  shared ??= await openPrepared(call)
  return { ...shared, close: async () => undefined }
}

async function openPrepared(call: CallName): Promise<Asked> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-fuzz-'))
  cpSync(prepared, folder, { recursive: true })
  // A copy before every write is the greater part of the time, and no matter of inputs.
  const office = await createTestOffice({ folder, printer: blankPaper, demo: !call.startsWith('backup.') })
  const places: Record<string, string> = {}
  if (/^(import|mapping|finding)\./.test(call)) {
    const { file, plan } = await readTable(office)
    Object.assign(places, { $file: file, $plan: plan })
  }
  // What is asked of a ledger that has none is tried by setting one.
  const keys = createKeyRing()
  if (call.startsWith('password.') && call !== 'password.set') {
    await office.call('password.set', { password: ledgerPassword })
    const salt = saltOf(ledgerFiles(folder).ledger) ?? Buffer.alloc(0)
    keys.add({ salt, key: await deriveKey(ledgerPassword, salt) })
  }
  if (call.startsWith('backup.')) places.$copy = (await office.call('backup.make', {})).name
  const ledger = openConnection(ledgerFiles(folder).ledger, { readonly: true, keys })
  return {
    office,
    ledger,
    places,
    async close() {
      ledger.close()
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The input with what stands for a field, file or plan put in. */
function settle(node: unknown, places: Record<string, string>, kind: RecordKind = 'enterprise', depth = 0): unknown {
  if (depth > 20) return node
  if (typeof node === 'string') {
    const names = Object.keys(definitionOf(kind).fields)
    return places[node] ?? (/^#\d+$/.test(node) ? (names[Number(node.slice(1)) % names.length] ?? node) : node)
  }
  if (Array.isArray(node)) return Array.from(node, (child: unknown) => settle(child, places, kind, depth + 1))
  if (Object.prototype.toString.call(node) !== '[object Object]' || Object.hasOwn(node as object, '__proto__')) return node
  const entries = Object.entries(node as object)
  const own = recordKinds.find((one) => one === (node as { kind?: unknown }).kind) ?? kind
  return Object.fromEntries(entries.map(([key, child]) => [String(settle(key, places, own)), settle(child, places, own, depth + 1)]))
}

async function faultsOf(call: CallName, input: unknown, { office, ledger }: Asked): Promise<string[]> {
  const version = (): unknown => ledger.pragma('data_version', { simple: true })
  const before = version()
  const heard = office.events.length
  const reply = await office.dispatch(call, input)
  const faults: string[] = []
  // A file that goes out is noted in the log, whatever kind the call is.
  if (!reply.ok || (contract[call].kind === 'read' && !('handsOut' in contract[call]))) {
    if (version() !== before) faults.push('wrote')
    // Copies are made beside the calls; they are no change of the ledger.
    const announced = office.events.slice(heard).flatMap((event) => (event.type === 'office.changed' ? event.areas : []))
    if (announced.some((area) => area !== 'backup')) faults.push('announced a change')
  }
  if (reply.ok) {
    const { error, data } = contract[call].output.safeParse(reply.value)
    if (error) faults.push(`answered ${JSON.stringify(error.issues.slice(0, 2))}`)
    else if (!isDeepStrictEqual(data, reply.value)) faults.push('answered more than the contract says')
  } else {
    if (reply.failure.code === 'unexpected') faults.push(office.logs.at(-1)?.stack?.slice(0, 600) ?? 'unexpected')
    if (!failure.safeParse(reply.failure).success) faults.push(`failed with ${JSON.stringify(reply.failure)}`)
  }
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) faults.push('changed the prototype of everything')
  return faults
}

const shown = (input: unknown): string => inspect(input, { depth: 8, maxStringLength: 60, maxArrayLength: 10, breakLength: Infinity }).slice(0, 600)

describe('whatever it is asked, the office answers', () => {
  it.each(calls)('%s', { timeout: 30_000 + runs * 1000 }, async (call) => {
    const inputs = fc.sample(anyInput(contract[call].input, { ...known, ...(call.startsWith('backup.') ? { name: ['$copy'] } : {}), ...(call.startsWith('password.') ? { password: [ledgerPassword] } : {}) }), { seed, numRuns: runs })
    const faults: string[] = []
    let answered = 0
    for (let from = 0; from < runs; from += perLedger) {
      const asked = await openFor(call)
      try {
        for (const drawn of inputs.slice(from, from + perLedger)) {
          const input = settle(drawn, asked.places)
          const found = await faultsOf(call, input, asked)
          if (contract[call].input.safeParse(input).success) answered++
          faults.push(...found.map((fault) => `${call} ${shown(input)}: ${fault}`))
        }
      } finally {
        await asked.close()
      }
    }
    if (process.env.LEDGER_FUZZ) console.info(`${call}: ${inputs.length} inputs, ${answered} of its shape, ${faults.length} faults`)
    expect(faults.slice(0, 5)).toEqual([])
  })
})
