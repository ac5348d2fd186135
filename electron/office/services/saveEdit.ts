import type { Finding } from '../../../shared/contract/record'
import type { Issue } from '../../../shared/contract/reply'
import type { Output } from '../../../shared/contract/index'
import type { EntityManager } from '../db/gate'
import { OfficeError } from '../officeError'
import { checkTouched } from './checkTouched'
import { withOwnPhones } from './privacy/ownPhones'
import { rolledBack } from './rolledBack'
import type { ServiceContext } from './serviceContext'
import type { EditChange, PlannedEdit } from './plannedEdit'
import type { TouchedRecord } from './touchedRecord'
import { RefusedEdit, writeEdit, type WrittenEdit } from './writeEdit'

/** What an edit would do, with what the rules say of each change. */
export interface TriedEdit {
  touched: TouchedRecord[]
  findings: Finding[][]
}

/**
 * Changes in one edit before which the ledger is copied: more than fit on a screen, so more than a person sees at once.
 * Others are taken back by `edit.undo` as well.
 */
const batchSize = 100

/**
 * Writes an edit with its consequences, checks what it touched and announces it. Refuses with `invalid` (findings as
 * issues, by change) where a rule says error.
 */
export async function saveEdit(
  context: ServiceContext,
  plan: (manager: EntityManager) => Promise<PlannedEdit>,
): Promise<Output<'record.save'>> {
  const { editId, touched } = await context.gate.write(async (manager) => {
    const planned = await plan(manager)
    if (planned.changes.length >= batchSize) await context.backups.before('batch')
    const written = await writeOrRefuse(context, manager, planned)
    refuseErrors(written.touched, await check(context, manager, written, true))
    await planned.also?.(written.editId, manager)
    return written
  })
  if (editId !== null) context.changed([...new Set(touched.map(({ kind }) => kind))])
  return { editId, saved: touched.map(({ kind, id, version }) => ({ kind, id, version })) }
}

async function writeOrRefuse(context: ServiceContext, manager: EntityManager, planned: PlannedEdit): Promise<WrittenEdit> {
  try {
    return await write(context, manager, { ...planned, stamp: { ...planned.stamp, errorsOnly: true } })
  } catch (error) {
    if (!(error instanceof RefusedEdit)) throw error
    const findings = error.touched.map((record) => error.findings.get(record) ?? [])
    refuseErrors(error.touched, findings)
    throw error
  }
}

/** Runs an edit to see what it does and what the rules say, and takes it back. Writes nothing. */
export async function tryEdit(context: ServiceContext, changes: readonly EditChange[]): Promise<TriedEdit> {
  try {
    return await rolledBack(context.gate, async (manager) => {
      const written = await write(context, manager, { changes, stamp: { operator: '' } })
      return { touched: written.touched, findings: await check(context, manager, written, false) }
    })
  } catch (error) {
    if (!(error instanceof RefusedEdit)) throw error
    return { touched: error.touched, findings: error.touched.map((record) => error.findings.get(record) ?? []) }
  }
}

async function write(context: ServiceContext, manager: EntityManager, { changes, stamp }: PlannedEdit): Promise<WrittenEdit> {
  const { clock } = context.ports
  return writeEdit(manager, withOwnPhones(manager, changes), { ...stamp, at: clock.now(), today: clock.today(), settings: await context.settings() })
}

/** Findings by change: of the fields, and of the rules that look at other records too. */
async function check(context: ServiceContext, manager: EntityManager, { touched, findings }: WrittenEdit, errorsOnly: boolean): Promise<Finding[][]> {
  const scene = { settings: await context.settings(), today: context.ports.clock.today(), errorsOnly }
  const further = await checkTouched(manager, touched, scene)
  return touched.map((record) => inOrder([...(findings.get(record) ?? []), ...(further.get(record) ?? [])]))
}

const ranks = { error: 0, warning: 1, notice: 2 }

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => ranks[a.level] - ranks[b.level])
}

/** Throws OfficeError `invalid` where a finding is an error; `findings` by change. */
export function refuseErrors(touched: readonly TouchedRecord[], findings: readonly Finding[][]): void {
  const issues = findings.flatMap((found, i) =>
    found
      .filter(({ level }) => level === 'error')
      .map(({ field, code, message }): Issue => ({ path: field === null ? ['changes', i] : ['changes', i, 'values', field], code, message })),
  )
  const [first] = issues
  if (!first) return
  const details = { reason: 'rules', kind: touched[0]?.kind ?? '', count: issues.length, message: first.message ?? '' }
  throw new OfficeError('invalid', details, issues.slice(0, 500))
}
