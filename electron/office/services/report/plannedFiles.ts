import type { ReportFormat } from '../../../../shared/domain/reportSet'

export interface PlannedFiles {
  workbooks: number
  pdfs: number
  /** PDFs are asked for, and nothing makes one here: workbooks take their place. */
  noBrowser: boolean
}

/** What a set of so many tables and forms comes to on this computer. */
export function plannedFiles(format: ReportFormat, parts: number, canMakePdf: boolean): PlannedFiles {
  const asksForPdf = format !== 'Excel'
  const pdfs = asksForPdf && canMakePdf ? parts : 0
  return { workbooks: format === 'PDF' && canMakePdf ? 0 : parts, pdfs, noBrowser: asksForPdf && !canMakePdf }
}
