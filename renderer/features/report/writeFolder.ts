import type { Output } from '../../../shared/contract/index'

type Made = Output<'report.make'>

/** A browser that lets a person choose a folder to be written into; not every one does. */
interface FolderPicker {
  showDirectoryPicker(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

function isPicker(host: object): host is FolderPicker {
  return 'showDirectoryPicker' in host
}

export const canPickFolder = isPicker(window)

/** Null when the person changed their mind. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const host: object = window
  if (!isPicker(host)) return null
  try {
    return await host.showDirectoryPicker({ mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Each file appears whole when it is closed, never in part; one of the same name is replaced. */
export async function writeFolder(place: FileSystemDirectoryHandle, { folder, files }: Made): Promise<void> {
  const target = await place.getDirectoryHandle(folder, { create: true })
  for (const { fileName, bytes } of files) {
    const file = await target.getFileHandle(fileName, { create: true })
    const stream = await file.createWritable()
    await stream.write(new Uint8Array(bytes))
    await stream.close()
  }
}
