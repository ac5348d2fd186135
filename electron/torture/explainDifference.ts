import type { Connection } from '../office/db/dataSource'
import { differingKeys, type LedgerState } from './readState'

/** The work that was under way when the office was killed. */
export interface UnderWay {
  work: string
  /** For a restore: the rows of the copy. */
  becomes: LedgerState | null
}

interface Covered {
  entity: string
  id: number
}

/**
 * Why a ledger may differ from what was acknowledged: the work under way was committed whole just before the end. Null
 * when that explains every differing row, else what is wrong.
 */
export function explainDifference(acknowledged: LedgerState, found: LedgerState, underWay: UnderWay | null, ledger: Connection): string | null {
  const differing = differingKeys(acknowledged, found)
  if (differing.length === 0) return null
  if (!underWay || underWay.work === 'backup') return `nobody was writing, and these differ: ${shown(differing)}`
  if (underWay.becomes) return differingKeys(underWay.becomes, found).length === 0 ? null : `neither the old ledger nor the copy: ${shown(differing)}`
  if (underWay.work === 'setup') return only(differing, /^unit:/)
  const added = (table: string): number[] =>
    differing.flatMap((key) => (key.startsWith(`${table}:`) && !acknowledged.has(key) ? [Number(key.slice(table.length + 1))] : []))
  if (underWay.work === 'lock') return added('period').length === 1 ? only(differing, /^(period|snapshot|frozen)/) : `half a lock: ${shown(differing)}`
  const [edit, ...more] = added('edit')
  if (edit === undefined || more.length > 0) return `a change that is not one whole edit: ${shown(differing)}`
  const covered = coveredBy(ledger, edit)
  const own = differing.filter((key) => !/^(edit|edit_range|import_\w+|header_mapping|word_synonym):/.test(key))
  const unexplained = own.filter((key) => !covered.has(key))
  return unexplained.length === 0 ? null : `not told of by edit ${edit}: ${shown(unexplained)}`
}

/** Rows an edit says it changed, as `table:id`. */
function coveredBy(ledger: Connection, edit: number): ReadonlySet<string> {
  const entries = ledger.prepare<[number], Covered>('SELECT entity, entity_id AS id FROM audit_entry WHERE edit_id = ?').all(edit)
  const ranges = ledger
    .prepare<[number], { entity: string; first: number; last: number }>('SELECT kind AS entity, first_id AS first, last_id AS last FROM edit_range WHERE edit_id = ?')
    .all(edit)
    .flatMap(({ entity, first, last }) => Array.from({ length: last - first + 1 }, (_, i): Covered => ({ entity, id: first + i })))
  return new Set([...entries, ...ranges].map(({ entity, id }) => `${entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}:${id}`))
}

function only(keys: readonly string[], shape: RegExp): string | null {
  const others = keys.filter((key) => !shape.test(key))
  return others.length === 0 ? null : `beside the work under way these differ: ${shown(others)}`
}

function shown(keys: readonly string[]): string {
  return `${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ` and ${keys.length - 8} more` : ''}`
}
