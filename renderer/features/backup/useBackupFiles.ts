import { ref, type Ref } from 'vue'
import { call } from '../../api/call'
import { localTime } from '../../composables/localTime'
import { reportFailure } from '../../composables/reportFailure'
import { saveFile } from '../../composables/saveFile'
import { backupText as text } from '../../text/backup'
import { uploadFile } from './uploadFile'
import { useCopyProof, type CopyProof } from './useCopyProof'

export interface BackupFiles {
  busy: Ref<boolean>
  /** What came of the last one; '' after a failure. */
  said: Ref<string>
  /** The question for the 口令 of a file that is under another one. */
  asked: CopyProof['asked']
  make(): Promise<void>
  /** A fresh copy, or the named one. */
  copyOut(name?: string): Promise<void>
  verify(file: File): Promise<void>
  add(file: File): Promise<void>
}

/** What can be done with copies and the files of another disk; every outcome is said in words that stay. */
export function useBackupFiles(): BackupFiles {
  const busy = ref(false)
  const said = ref('')
  const { asked, withProof } = useCopyProof()

  async function perform(work: () => Promise<string>): Promise<void> {
    busy.value = true
    said.value = ''
    try {
      said.value = await work()
    } catch (thrown) {
      reportFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  const brought = (file: File) => uploadFile(file, (percent) => (said.value = text.uploading(percent)))

  return {
    busy,
    said,
    asked,
    make: () => perform(async () => text.made(localTime((await call('backup.make', {})).at))),
    copyOut: (name) =>
      perform(async () => {
        const copy = await withProof(name ?? '', (proof) => call('backup.copyOut', { name, proof }))
        if (!copy) return ''
        saveFile(copy)
        return text.copiedOut(copy.fileName)
      }),
    verify: (file) =>
      perform(async () => {
        const found = await withProof(file.name, async (proof) =>
          call('backup.verify', { fileName: file.name, bytes: await brought(file), proof }),
        )
        if (!found) return ''
        const { counts, isLast } = found
        return (isLast ? text.verifiedLast : text.verified)(text.counts(counts))
      }),
    add: (file) =>
      perform(async () => {
        const copy = await withProof(file.name, async (proof) =>
          call('backup.add', { fileName: file.name, bytes: await brought(file), proof }),
        )
        if (!copy) return ''
        const { counts } = copy
        return text.added(counts ? text.counts(counts) : '')
      }),
  }
}
