import { addDays } from '../../../shared/domain/calendarDate'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../shared/record/field'
import { ownDefinition } from '../../../shared/record/ownDefinition'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import { showField } from '../../../shared/record/showField'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { editRepository } from '../db/repositories/editRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { OfficeError } from '../officeError'
import { searchWords } from '../text/searchText'
import { recordHistory } from './recordHistory'
import { findRecords, recordRows, recordWorkbookOf } from './recordPages'
import { planDissolution, planMerge, planRemoval } from './planEdit'
import { ownPhones } from './privacy/ownPhones'
import { saveEdit, tryEdit } from './saveEdit'
import { refuseUnknownFields } from './refuseUnknownFields'
import type { ServiceContext } from './serviceContext'
import { showChanges } from './showChanges'
import type { EditChange } from './plannedEdit'
import { changesOf } from './touchedRecord'
import { writeNamed } from './workbooks/namedWorkbook'

type RecordCalls =
  | 'record.page' | 'record.get' | 'record.export' | 'record.choices' | 'record.check' | 'record.preview' | 'record.save'
  | 'record.remove' | 'record.restore' | 'record.history' | 'record.removed' | 'enterprise.merge' | 'partyOrg.dissolve'

/** Days a removed record can be taken back. */
const keptDays = 30

/** Changes shown before a batch is made. */
const shownRows = 200

/** Every kind of record: listed, checked, written, removed and taken back. */
export function createRecordService(context: ServiceContext): Pick<Services, RecordCalls> {
  const { gate, ports } = context
  const today = (): string => ports.clock.today()

  return {
    async 'record.page'({ kind, filter: { search, ...filter }, sort, offset, limit }) {
      refuseUnknownFields(kind, filter.is, sort)
      const words = searchWords(search ?? '')
      return gate.read(async (manager) => {
        const { total, rows } = await findRecords(context, manager, kind, { ...filter, words }, { sort, offset, limit })
        return { total, rows: await recordRows(context, manager, kind, rows) }
      })
    },

    'record.get': ({ kind, id }) =>
      gate.read(async (manager) => {
        const [record] = await recordRows(context, manager, kind, (await recordRepository.read(manager, kind, [id])).filter(({ deletedAt }) => deletedAt === null))
        if (!record) throw new OfficeError('not-found', { kind, id })
        return record
      }),

    'record.export': async (question) => writeNamed(await recordWorkbookOf(context, question)),

    'record.choices': ({ kind, search, ids, unitId, limit }) =>
      gate.read((manager) =>
        recordRepository.choices(manager, kind, { words: searchWords(search), limit, ...(ids ? { ids } : {}), ...(unitId === undefined ? {} : { unitId }) }),
      ),

    async 'record.check'({ changes }) {
      return (await tryEdit(context, changes)).findings
    },

    async 'record.preview'({ changes }) {
      const { touched, findings } = await tryEdit(context, changes)
      const differing = touched.flatMap((record, i) => {
        const done = changesOf(record)
        return done.length > 0 ? [{ record, done, findings: findings[i] ?? [] }] : []
      })
      const shown = differing.slice(0, shownRows)
      const settings = await context.settings()
      const names = await gate.read((manager) => namesOf(manager, shown.map(({ record }) => record), settings))
      return {
        added: differing.filter(({ record }) => record.before === null).length,
        changed: differing.filter(({ record }) => record.before !== null).length,
        same: touched.length - differing.length,
        rows: shown.map(({ record: { kind, id, before, after }, done, findings: found }) => ({
          kind,
          id,
          name: names.get(`${kind}:${id}`) ?? nameOfNew(kind, (before ?? after).values, settings),
          changes: showChanges(kind, done, (to, refId) => names.get(`${to}:${refId}`), settings).map(({ label, before: old, after: now }) => ({ label, before: old, after: now })),
          findings: found,
        })),
      }
    },

    'record.save': ({ changes, label, operator }) => saveEdit(context, async () => ({ changes, stamp: { label, operator } })),

    async 'record.remove'({ kind, ids, operator }) {
      const settings = await context.settings()
      return saveEdit(context, async (manager) => ({ changes: await planRemoval(manager, kind, ids, settings), stamp: { operator } }))
    },

    'record.restore': ({ kind, ids, operator }) =>
      saveEdit(context, async () => ({
        changes: ids.map((id): EditChange => ({ kind, id, values: {}, removed: false })),
        stamp: { operator },
      })),

    async 'record.history'({ kind, id }) {
      const settings = await context.settings()
      return gate.read((manager) => recordHistory(manager, kind, id, settings))
    },

    async 'record.removed'({ offset, limit }) {
      const settings = await context.settings()
      return gate.read(async (manager) => {
        const since = `${addDays(today(), -keptDays)}T00:00:00.000Z`
        const { total, rows } = await editRepository.removed(manager, { since, offset, limit })
        const names = await namesOf(manager, rows, settings)
        return {
          total,
          rows: rows.map(({ kind, id, removedAt, operator }) => ({
            kind, id, removedAt, operator, kindLabel: definitionOf(kind).label, name: names.get(`${kind}:${id}`) ?? '',
          })),
        }
      })
    },

    'enterprise.merge': ({ keepId, dropId, values, operator }) =>
      saveEdit(context, async (manager) => ({
        changes: await planMerge(manager, keepId, dropId, ownPhones(manager, 'enterprise', values, [keepId, dropId])),
        stamp: { operator, action: '合并' },
      })),

    'partyOrg.dissolve': ({ id, version, dissolvedOn, reason, operator }) =>
      saveEdit(context, async (manager) => ({
        changes: await planDissolution(manager, { id, version, dissolvedOn, reason }),
        stamp: { operator },
      })),
  }
}

async function namesOf(
  manager: EntityManager,
  records: readonly { kind: RecordKind; id: number }[],
  settings: OfficeSettings,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const kind of new Set(records.map((record) => record.kind))) {
    const ids = records.filter((record) => record.kind === kind).map(({ id }) => id)
    for (const [id, name] of await recordRepository.names(manager, kind, ids, settings)) names.set(`${kind}:${id}`, name.trim())
  }
  return names
}

function nameOfNew(kind: RecordKind, values: Readonly<Record<string, FieldValue>>, settings: OfficeSettings): string {
  const { title, fields } = ownDefinition(kind, settings)
  return title
    .flatMap((name) => {
      const [field, value] = [fields[name], values[name]]
      return field && typeof value === 'string' ? [showField(field, value)] : []
    })
    .join(' ')
}

