import { createHash } from 'node:crypto'
import { parse } from 'node:path'
import type { ReturnedFile } from '../../../shared/contract/import'
import type { Services } from '../dispatch'
import { writeZip, type ZipContent } from '../excel/writeZip'
import { returnNotes, type ReturnInput } from '../forms/return/returnNotes'
import { OfficeError } from '../officeError'
import { planIn, readingIn, type ReadingStore, type StoredPlan } from './readingStore'
import { entriesOf, fileProblems } from './runPlan'
import type { ServiceContext } from './serviceContext'
import type { StoredReading } from './storedReading'

type ReturnServices = Pick<Services, 'import.return'>

/** How the name of a workbook that is sent back ends. */
const nameEnd = '_退回修改'

/** 退回工作簿: what a plan found, written into the files it was made of. Nothing of it is kept. */
export function createReturnWorkbookService(context: ServiceContext, store: ReadingStore): ReturnServices {
  const { ports, readers, tasks } = context

  function readingOf(plan: StoredPlan, fileId: string): StoredReading {
    if (!plan.fileIds.includes(fileId)) throw new OfficeError('not-found', { reason: 'missing' })
    return readingIn(store, fileId)
  }

  return {
    async 'import.return'({ planId, files }) {
      const stored = planIn(store, planId)
      const chosen = files.map((file) => ({ ...file, stored: readingOf(stored, file.fileId) }))
      const { names } = await context.settings()
      const scene = { officeName: names.officeName, today: ports.clock.today(), now: ports.clock.now(), of: 'file' as const }
      const written: ZipContent[] = []
      const done: ReturnedFile[] = []
      await tasks.run('import.return', chosen.length, async (task) => {
        for (const { fileId, bytes, password, stored: reading } of chosen) {
          task.progress(done.length, chosen.length)
          const { name, sha256 } = reading
          if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new OfficeError('conflict', { reason: 'another-file', file: name })
          const input = { ...scene, ...foundIn(stored, reading) }
          const problems = input.problems.length + input.rows.reduce((sum, row) => sum + row.problems.length, 0)
          if (problems === 0) {
            done.push({ fileId, name, fileName: null, problems, kept: false })
            continue
          }
          const workbook = await readers.annotate({ name, bytes, notes: returnNotes(input), ...(password === undefined ? {} : { password }) })
          const fileName = freeName(name, workbook.extension, written)
          written.push({ name: fileName, bytes: Buffer.from(workbook.bytes) })
          done.push({ fileId, name, fileName, problems, kept: workbook.kept })
        }
        task.progress(chosen.length, chosen.length)
      })
      const [first, ...rest] = written
      if (!first) throw new OfficeError('not-found', { reason: 'nothing-to-return' })
      if (rest.length === 0) return { fileName: first.name, bytes: first.bytes, files: done }
      return { fileName: `退回修改_${scene.today}.zip`, bytes: writeZip(written, scene.now), files: done }
    },
  }
}

/** What was found in one file of a plan, by its rows and beside them. */
function foundIn({ plan }: StoredPlan, { fileId, name, reading }: StoredReading): Pick<ReturnInput, 'fileName' | 'tables' | 'rows' | 'problems'> {
  return {
    fileName: name,
    tables: reading.sheets.flatMap(({ name: sheet, headerRow, mapping }) => (headerRow === null ? [] : [{ sheet, headerRow, mapping }])),
    rows: entriesOf(plan).flatMap(({ file, row, action, problems }) =>
      file.fileId === fileId && problems.length > 0 ? [{ sheet: row.sheet, row: row.row, action, problems }] : [],
    ),
    problems: fileProblems(plan, fileId, reading.problems),
  }
}

/** The sender's name with a mark behind it, once; several files of one zip may be called alike. */
function freeName(source: string, extension: string, taken: readonly ZipContent[]): string {
  const stem = parse(source).name.replace(/_退回修改(?:\(\d+\))?$/, '')
  for (let number = 1; ; number++) {
    const name = `${stem}${nameEnd}${number === 1 ? '' : `(${number})`}.${extension}`
    if (!taken.some((part) => part.name === name)) return name
  }
}
