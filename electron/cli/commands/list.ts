import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import type { PhonePage } from '../../../shared/contract/privacy'
import type { Arguments } from '../readArguments'
import { Refused, type Call } from '../typedCalls'
import type { Command } from './command'
import { findUnit } from './findUnit'

/** Lists that bear telephones. */
const pages: Readonly<Partial<Record<string, PhonePage>>> = { enterprises: 'enterprise', orgs: 'partyOrg', liaisons: 'liaison' }

/** Rows of one noun, whole. */
export const list: Command = async (call, args) => {
  const what = args.words[0] ?? ''
  const page = pages[what]
  // A list is read by scripts: it bears telephones as they are, which the log says.
  if (page) await call('privacy.reveal', { what: { page }, operator: args.operator })
  const rows = await rowsOf(call, args, what)
  return { value: rows, text: rows.map(line).join('\n') || '没有记录。', problems: false }
}

async function rowsOf(call: Call, args: Arguments, what: string): Promise<readonly object[]> {
  const unitId = args.unit === undefined ? undefined : await findUnit(call, args.unit)
  const asOf = args.cutoff
  switch (what) {
    case 'enterprises':
      return enterprises(call, unitId, asOf)
    case 'orgs':
      return call('partyOrg.list', { unitId, asOf })
    case 'liaisons':
      return call('liaison.list', { unitId, asOf })
    case 'deliveries':
      return call('delivery.list', { unitId })
    case 'units':
      return call('unit.list', {})
    case 'imports':
      return call('import.list', {})
    default:
      throw new Refused({ code: 'invalid', details: { reason: 'no-such-list' } })
  }
}

async function enterprises(call: Call, unitId: number | undefined, asOf: string | undefined): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  const filter = unitId === undefined ? {} : { unitIds: [unitId] }
  for (;;) {
    const page = await call('enterprise.page', { filter, asOf, offset: rows.length, limit: 1000 })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

function line(row: object): string {
  const values = Object.values(row).filter((value) => value !== null && typeof value !== 'object')
  return values.slice(0, 8).join('\t')
}
