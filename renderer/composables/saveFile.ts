import type { WorkbookFile } from '../../shared/contract/statistics'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a workbook, or a zip of several, to the browser (or the window's host) to be saved under its own name. */
export function saveFile({ fileName, bytes }: WorkbookFile): void {
  const blob = new Blob([new Uint8Array(bytes)], { type: fileName.endsWith('.zip') ? 'application/zip' : workbookType })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own reference by then; at once would be too early for some Chromium versions.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
