import type { EntityManager } from 'typeorm'
import type { ImportOrigin } from '../../../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import { columnOf, tableOf } from './recordSql'
import { raw, select, sql, type Sql } from './sql'

/** What one row of a sheet did to the record it speaks of, in the fields of an import. */
export interface ImportedRow {
  runId: number
  editId: number | null
  at: string
  operator: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  origin: ImportOrigin
}

/** Of a record's row; `of` as JSON. */
type OriginColumns = Omit<ImportOrigin, 'of'> & { of: string }

const originColumns = raw(`b.run_id AS "runId", b.file_name AS file, r.sheet AS sheet, r.sheet_row AS row,
  json_object('kind', r.target_kind, 'id', r.target_id) AS "of", date(b.started_at, '+8 hours') AS "on"`)

function described({ of, ...origin }: OriginColumns): ImportOrigin {
  return { ...origin, of: JSON.parse(of) as ImportOrigin['of'] }
}

/** The rows of ledger sheets that made or changed a record, the latest first; other forms leave audit entries. */
export async function importedRows(manager: EntityManager, kind: RecordKind, id: number): Promise<ImportedRow[]> {
  const rows = await select<OriginColumns & { editId: number | null; at: string; operator: string; before: string | null; after: string | null }>(
    manager,
    sql`SELECT ${originColumns}, b.edit_id AS "editId", b.started_at AS at, b.operator AS operator, r.before AS before, r.after AS after
    FROM import_row r JOIN import_batch b ON b.id = r.batch_id
    WHERE r.target_kind = ${kind} AND r.target_id = ${id} AND r.form IN ('F01', 'F02') AND r.action IN ('add', 'change') ORDER BY r.id DESC`,
  )
  return rows.map(({ editId, at, operator, before, after, ...origin }) => ({
    runId: origin.runId, editId, at, operator, before: parsed(before), after: parsed(after), origin: described(origin),
  }))
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>)
}

/**
 * The row of a run a record comes from: the one that speaks of it, else the one of its enterprise, else the first that
 * names it by way of a coverage or an assignment. Where no row does, the run's only file; null where it had several.
 */
export async function originOf(manager: EntityManager, runId: number, kind: RecordKind, id: number): Promise<ImportOrigin | null> {
  for (const target of targetsOf(manager, kind, id)) {
    const [origin] = await select<OriginColumns>(
      manager,
      sql`SELECT ${originColumns} FROM import_row r JOIN import_batch b ON b.id = r.batch_id
      WHERE b.run_id = ${runId} AND r.target_kind = ${target.kind} AND r.target_id IN (${target.ids})
      ORDER BY r.action NOT IN ('add', 'change'), r.id LIMIT 1`,
    )
    if (origin) return described(origin)
  }
  const files = await select<Omit<ImportOrigin, 'of'>>(
    manager,
    sql`SELECT b.run_id AS "runId", b.file_name AS file, b.sheet AS sheet, NULL AS row, date(b.started_at, '+8 hours') AS "on"
    FROM import_batch b WHERE b.run_id = ${runId} LIMIT 2`,
  )
  const [only, another] = files
  return only && !another ? { ...only, of: null } : null
}

/** What a row may speak of when it brings a record: the record itself, then the enterprises it belongs to. */
function targetsOf(manager: EntityManager, kind: RecordKind, id: number): { kind: RecordKind; ids: Sql }[] {
  const own = { kind, ids: sql`${id}` }
  const enterprises = enterprisesOf(manager, kind, id)
  return enterprises ? [own, { kind: 'enterprise', ids: enterprises }] : [own]
}

function enterprisesOf(manager: EntityManager, kind: RecordKind, id: number): Sql | null {
  const { fields } = definitionOf(kind)
  if (kind === 'partyOrg') return sql`SELECT c.enterprise_id FROM coverage c WHERE c.party_org_id = ${id}`
  if (kind === 'liaison') return sql`SELECT a.enterprise_id FROM assignment a WHERE a.liaison_id = ${id}`
  if ('enterpriseId' in fields) return parentSql(manager, kind, 'enterpriseId', id)
  if ('partyOrgId' in fields) {
    return sql`SELECT c.enterprise_id FROM coverage c WHERE c.party_org_id IN (${parentSql(manager, kind, 'partyOrgId', id)})`
  }
  return null
}

function parentSql(manager: EntityManager, kind: RecordKind, field: string, id: number): Sql {
  return sql`SELECT ${columnOf(manager, kind, field, 'k')} FROM ${tableOf(manager, kind)} k WHERE k.id = ${id}`
}
