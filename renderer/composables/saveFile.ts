import type { WorkbookFile } from '../../shared/contract/statistics'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const otherTypes: Readonly<Record<string, string>> = { zip: 'application/zip', sqlite: 'application/vnd.sqlite3' }

/** Hands a workbook, a zip of several or a copy of the ledger to the browser (or the window's host) to be saved under its own name. */
export function saveFile({ fileName, bytes }: WorkbookFile): void {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  saveBlob(fileName, new Blob([new Uint8Array(bytes)], { type: otherTypes[extension] ?? workbookType }))
}

/** Hands a file that this page holds to be saved. */
export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own reference by then; at once would be too early for some Chromium versions.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
