import { setImmediate } from 'node:timers/promises'
import type { WithoutPdf } from '../../../../shared/contract/report'
import { mostPrintedRows } from '../../../../shared/domain/printLimit'
import type { ZipContent } from '../../excel/writeZip'
import { OfficeError } from '../../officeError'
import type { OfficePorts } from '../../ports'
import { documentOf } from '../printing/documentOf'
import { layOut } from '../printing/layOut'
import { asPrintable } from '../printing/printable'
import type { Task } from '../taskBoard'
import { freeName } from '../templateIssue'
import { writeFileOf, type NamedWorkbook } from '../workbooks/namedWorkbook'
import type { PlannedFiles } from './plannedFiles'

/** A table or form of the set under its name, without ending; filled when its turn has come. */
export interface NamedPart {
  name: string
  workbook(): Promise<NamedWorkbook>
}

/**
 * The files of a set, one after another: one layout at a time is all a small computer bears. Progress is counted by
 * file. Rejects as a workbook does, with `invalid` (report-pdf) naming the file that could not be laid out, with
 * `cancelled` once a person asked to stop, which ends a layout under way.
 */
export async function reportFiles(
  ports: Pick<OfficePorts, 'printer'>,
  parts: readonly NamedPart[],
  { workbooks, pdfs, noBrowser }: PlannedFiles,
  task: Pick<Task, 'progress'>,
): Promise<{ files: ZipContent[]; withoutPdf: WithoutPdf }> {
  const files: ZipContent[] = []
  const taken: { name: string }[] = []
  const tooLong: string[] = []
  let done = 0
  const tell = (): void => task.progress(done, workbooks + pdfs)
  for (const part of parts) {
    tell()
    const fileName = freeName(`${part.name}.xlsx`, taken)
    taken.push({ name: fileName })
    const name = fileName.replace(/\.xlsx$/, '')
    const workbook = await part.workbook()
    const isTooLong = pdfs > 0 && workbook.rows > mostPrintedRows
    if (isTooLong) tooLong.push(name)
    if (workbooks > 0 || isTooLong) files.push({ name: fileName, bytes: Buffer.from((await writeFileOf(workbook)).bytes) })
    if (workbooks > 0) done++
    if (pdfs > 0) {
      if (!isTooLong) files.push({ name: `${name}.pdf`, bytes: Buffer.from(await pdfOf(ports, name, workbook, tell)) })
      done++
    }
    await setImmediate()
  }
  tell()
  return { files, withoutPdf: { noBrowser, tooLong, limit: mostPrintedRows } }
}

/** The same document as 打印 makes of it. */
async function pdfOf(ports: Pick<OfficePorts, 'printer'>, file: string, workbook: NamedWorkbook, tell: () => void): Promise<Uint8Array> {
  const html = await documentOf(ports, asPrintable(workbook))
  try {
    return await layOut(ports, html, tell)
  } catch (error) {
    // A stopped layout is a stopped set: that is what is told then.
    tell()
    if (error instanceof OfficeError && error.code === 'invalid') throw new OfficeError('invalid', { ...error.details, reason: 'report-pdf', file })
    throw error
  }
}
