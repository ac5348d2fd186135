import type { ColumnAnswer, SheetTable, TakenForm } from '../../../shared/contract/mapping'
import type { OwnWords } from '../../../shared/domain/ownWords'
import { quoted } from '../../../shared/domain/quoted'
import type { AuditChange } from '../db/entities/auditEntry'
import type { EntityManager } from '../db/gate'
import { auditRepository } from '../db/repositories/auditRepository'
import { headerMappingRepository } from '../db/repositories/headerMappingRepository'
import type { Services } from '../dispatch'
import { columnLetters } from '../excel/columnLetters'
import type { PlainSheet } from '../excel/sheet'
import { personalColumn } from '../import/claimColumns'
import { columnSamples } from '../import/columnSamples'
import { cellText, findTables, tableAt, type FoundTable } from '../import/findTable'
import { answeredForm, type MappingScene } from '../import/mapping/answeredForm'
import { pointableRows } from '../import/mapping/answeredTables'
import { formFieldList } from '../import/mapping/formFieldList'
import { hideIdentity } from '../import/mapping/hideIdentity'
import { sheetColumns, shownText } from '../import/mapping/sheetColumns'
import { tableFingerprint } from '../import/mapping/tableFingerprint'
import { recogniseTable } from '../import/recogniseForm'
import { unitIndex } from '../import/unitIndex'
import { OfficeError } from '../officeError'
import { line } from './audit/describeQuestion'
import { operatorOf } from './audit/operatorOf'
import type { FileLook } from './fileLook'
import type { ReadingStore } from './readingStore'
import type { ServiceContext } from './serviceContext'
import { readingWords } from './synonymService'

type MappingServices = Pick<Services, Extract<keyof Services, `mapping.${string}`>>

const shownColumns = 80

/** What the columns of files are that were read: looked at, said by a person, remembered. */
export function createMappingService(context: ServiceContext, store: ReadingStore): MappingServices {
  const { gate, ports } = context

  function lookOf(fileId: string): FileLook {
    const look = store.looks.get(fileId)
    if (!look) throw new OfficeError('not-found', { reason: 'missing' })
    return look
  }

  function sheetOf(fileId: string, name: string): PlainSheet {
    const sheet = lookOf(fileId).sheets.find((candidate) => candidate.name === name)
    if (!sheet) throw new OfficeError('not-found', { reason: 'missing' })
    return sheet
  }

  return {
    async 'mapping.look'({ fileId, sheet: name, row, fingerprint, form }) {
      const sheet = sheetOf(fileId, name)
      const units = unitIndex(await gate.read((manager) => context.units(manager)))
      const own = await readingWords(context)
      const found = row === undefined ? tableOf(sheet, own, fingerprint) : pointedTable(sheet, own, row)
      const table = found && describe({ table: found, samples: columnSamples(sheet, found), isUnit: (text) => units.find(text) !== null, own }, form)
      const rows = firstTexts(sheet, found)
      return {
        rows,
        letters: Array.from({ length: Math.max(0, ...rows.map((cells) => cells.length)) }, (_, index) => columnLetters(index)),
        table,
        fields: table?.form ? formFieldList(table.form) : form ? formFieldList(form) : [],
      }
    },

    async 'mapping.answer'({ fileId, sheet: name, fingerprint, row, form, columns }) {
      const { unit } = lookOf(fileId)
      const sheet = sheetOf(fileId, name)
      const own = await readingWords(context)
      if (!knowsHeader(sheet, own, { fingerprint, row }, store.readings.get(fileId)?.reading.sheets ?? [])) throw new OfficeError('not-found', { reason: 'missing' })
      refuseImpossible(form, columns.map(({ field }) => field))
      const unitId = unit?.id ?? null
      await gate.write(async (manager) => {
        const known = (await headerMappingRepository.ofUnit(manager, unitId)).find((mapping) => mapping.fingerprint === fingerprint)
        // Said again of a header that was pointed at, it still has to be looked for there.
        const pointed = row !== undefined || known?.pointed === true
        const said = { form, columns: form === null ? [] : columns, decidedOn: ports.clock.today() }
        const at = ports.clock.now()
        await headerMappingRepository.keep(manager, { unitId, fingerprint, pointed, ...said }, at)
        await note(manager, `记住表头对应${unit ? quoted(unit.name) : ''}：${form ?? '不导入'}`, at, form === null ? [] : toldColumns(form, columns))
      })
      context.changed(['import'])
      return { unit: unit?.name ?? null }
    },

    async 'mapping.forget'({ fileId, fingerprint }) {
      const { unit } = lookOf(fileId)
      const forgotten = await gate.write(async (manager) => {
        const count = await headerMappingRepository.forget(manager, unit?.id ?? null, fingerprint)
        if (count > 0) await note(manager, `取消记住的表头对应${unit ? quoted(unit.name) : ''}`, ports.clock.now(), [])
        return count
      })
      context.changed(['import'])
      return { forgotten }
    },
  }
}

async function note(manager: EntityManager, label: string, at: string, changes: AuditChange[]): Promise<void> {
  await auditRepository.append(manager, [{ at, operator: await operatorOf(manager, undefined), action: '设置', entity: 'headerMapping', label, changes }], at)
}

/** 操作日志: each column that was answered, and what it is. */
function toldColumns(form: TakenForm, columns: readonly ColumnAnswer[]): AuditChange[] {
  const labels = new Map(formFieldList(form).map(({ field, label }) => [field, label]))
  return columns.map(({ position, field }) => line(`第 ${position + 1} 列`, field === null ? '不导入' : (labels.get(field) ?? field)))
}

/** What must not be collected is not shown either. */
function firstTexts(sheet: PlainSheet, table: FoundTable | null): string[][] {
  const hidden = new Set(table?.columns.flatMap(({ index, path }) => (personalColumn(path.at(-1) ?? '') === null ? [] : [index])))
  return sheet.rows.slice(0, pointableRows).map((cells, r) =>
    cells.slice(0, shownColumns).map((cell, index) => {
      const text = cellText(cell).trim().slice(0, shownText)
      return table && r > table.headerBottom && hidden.has(index) ? '' : hideIdentity(text)
    }),
  )
}

function tableOf(sheet: PlainSheet, own: OwnWords, fingerprint: string | undefined): FoundTable | null {
  const tables = findTables(sheet, own)
  const same = tables.find(({ columns }) => tableFingerprint(columns) === fingerprint)
  return same ?? (fingerprint === undefined ? (tables[0] ?? null) : pointedBefore(sheet, own, fingerprint))
}

/** A header nobody finds by its words, that a person pointed at earlier. */
function pointedBefore(sheet: PlainSheet, own: OwnWords, fingerprint: string): FoundTable | null {
  for (let row = 1; row <= Math.min(pointableRows, sheet.rows.length); row++) {
    const table = pointedTable(sheet, own, row)
    if (tableFingerprint(table.columns) === fingerprint) return table
  }
  return null
}

function pointedTable(sheet: PlainSheet, own: OwnWords, row: number): FoundTable {
  return findTables(sheet, own, row - 1)[0] ?? tableAt(sheet, row - 1, 0, own)
}

function describe(scene: MappingScene, wanted: TakenForm | undefined): SheetTable {
  const { table, samples, isUnit, own } = scene
  const recognised = wanted === undefined ? recogniseTable(table, samples, isUnit, own) : answeredForm({ form: wanted, columns: new Map() }, scene)
  const form = recognised?.id === 'F13' ? null : recognised
  return {
    headerTop: table.headerTop + 1,
    headerBottom: table.headerBottom + 1,
    fingerprint: tableFingerprint(table.columns),
    form: form?.id ?? null,
    columns: sheetColumns({ columns: table.columns, samples, isUnit, own, form, answer: null, issued: false }),
  }
}

/** Whether a sheet has the header, by what is kept of it or, further down, by what was read. */
function knowsHeader(
  sheet: PlainSheet,
  own: OwnWords,
  { fingerprint, row }: { fingerprint: string; row: number | undefined },
  read: readonly { name: string; fingerprint: string | null }[],
): boolean {
  if (row !== undefined) return row <= sheet.rows.length && tableFingerprint(pointedTable(sheet, own, row).columns) === fingerprint
  return read.some((table) => table.name === sheet.name && table.fingerprint === fingerprint) || tableOf(sheet, own, fingerprint) !== null
}

function refuseImpossible(form: TakenForm | null, fields: readonly (string | null)[]): void {
  if (form === null) return
  const known = new Set(formFieldList(form).map(({ field }) => field))
  const seen = new Set<string>()
  for (const [i, field] of fields.entries()) {
    if (field === null) continue
    if (!known.has(field)) throw new OfficeError('invalid', { field, reason: 'unknown-field' }, [{ path: ['columns', i, 'field'], code: 'unknown-field' }])
    if (seen.has(field)) throw new OfficeError('invalid', { field, reason: 'twice' }, [{ path: ['columns', i, 'field'], code: 'twice' }])
    seen.add(field)
  }
}
