import { writeWorkbook } from '../excel/writeWorkbook'
import type { FormRow } from '../forms/formRow'
import { formWorkbook } from '../forms/formWorkbook'
import { findForm } from '../forms/standardForms'
import type { FormId } from '../../../shared/domain/formId'
import type { TestOffice } from './createTestOffice'

export interface FilledForm {
  form: FormId
  rows: readonly FormRow[]
  /** The line 填报单位; of 示范区 when it is left out. */
  filledBy?: string
  name?: string
}

/** A standard form somebody filled in and sent, as a workbook. */
export function formFile({ form, rows, filledBy = '示范区' }: FilledForm): Promise<Uint8Array> {
  return writeWorkbook(formWorkbook({ form: findForm(form), regionName: '示范区', year: 2026, filledOn: '2026-06-30', parts: [{ filledBy, rows }] }))
}

/** Reads filled forms and answers their `fileId`s. */
export async function readForms(office: TestOffice, files: readonly FilledForm[]): Promise<string[]> {
  const fileIds: string[] = []
  for (const file of files) {
    const { fileId } = await office.call('import.read', { name: file.name ?? `${file.form}.xlsx`, bytes: Buffer.from(await formFile(file)) })
    fileIds.push(fileId)
  }
  return fileIds
}
