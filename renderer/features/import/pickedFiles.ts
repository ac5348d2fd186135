import { isSpreadsheetName } from '../../../shared/domain/spreadsheetName'

export interface Picked {
  files: File[]
  /** Files of a folder that are no spreadsheets and were left out. */
  skipped: number
}

export function spreadsheetsOf(files: readonly File[]): Picked {
  const kept = files.filter(({ name }) => isSpreadsheetName(name))
  return { files: kept, skipped: files.length - kept.length }
}

/** Everything dropped, folders walked through. Files dropped by themselves are kept whatever they are. */
export async function droppedFiles(transfer: DataTransfer): Promise<Picked> {
  // The list empties itself as soon as the event is over, so everything is taken before the first await. What comes
  // straight out of a mail or an archive is a file without an entry.
  const dropped = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [])
  const single: File[] = []
  const inFolders: File[] = []
  for (const entry of dropped) {
    if (entry instanceof File) single.push(entry)
    else if (entry instanceof FileSystemFileEntry) single.push(await fileOf(entry))
    else if (entry instanceof FileSystemDirectoryEntry) inFolders.push(...(await filesIn(entry)))
  }
  const { files, skipped } = spreadsheetsOf(inFolders)
  return { files: [...single, ...files], skipped }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  const reader = folder.createReader()
  // A reader answers in portions and ends with an empty one.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (entries.length === 0) return files
    for (const entry of entries) {
      if (entry instanceof FileSystemFileEntry) files.push(await fileOf(entry))
      else if (entry instanceof FileSystemDirectoryEntry) files.push(...(await filesIn(entry)))
    }
  }
}
