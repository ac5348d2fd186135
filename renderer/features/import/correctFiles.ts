import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Correction } from '../../../shared/contract/correction'
import type { CellPlace } from '../../../shared/contract/finding'
import type { ChosenFile } from './chosenFile'
import { withCorrections } from './withCorrections'

/** What somebody wants read in a cell of one of the files; null for what the file says itself. */
export interface WantedCell extends CellPlace {
  text: string | null
}

export interface FileCorrections {
  /** Reads the files again with the cells as wanted. Throws, with everything as it was, when a file cannot be read. */
  correct: (cells: readonly WantedCell[]) => Promise<void>
  /** Takes the last correction back, a block at a time. */
  takeBack: () => Promise<void>
  canTakeBack: ComputedRef<boolean>
  clear: () => void
}

/** The corrections of a file as they were. */
interface Earlier {
  key: number
  corrections: readonly Correction[]
}

interface Concerned {
  file: ChosenFile
  corrections: readonly Correction[]
  before: readonly Correction[]
  included: boolean
}

/** Cells read otherwise than they stand in their files: each change reads the files again and makes the plan anew. */
export function correctFiles(parts: {
  files: ShallowRef<ChosenFile[]>
  change: (file: ChosenFile, change: Partial<ChosenFile>) => void
  read: (file: ChosenFile) => Promise<void>
  planAgain: () => Promise<void>
}): FileCorrections {
  const { files, change } = parts
  const steps = shallowRef<readonly (readonly Earlier[])[]>([])

  /** Of a file that could not be read again, the reading before is still there. */
  async function giveUp(concerned: readonly Concerned[]): Promise<void> {
    const others = concerned.filter(({ file }) => file.state !== 'failed')
    for (const { file, before, included } of concerned) change(file, { corrections: before, included, state: 'read', error: undefined })
    await Promise.all(others.map(({ file }) => parts.read(file)))
    await parts.planAgain()
  }

  async function apply(next: readonly Earlier[]): Promise<Earlier[]> {
    const concerned = next.flatMap(({ key, corrections }): Concerned[] => {
      const file = files.value.find((candidate) => candidate.key === key)
      return file ? [{ file, corrections, before: file.corrections, included: file.included }] : []
    })
    for (const { file, corrections } of concerned) change(file, { corrections })
    await Promise.all(concerned.map(({ file }) => parts.read(file)))
    const failed = concerned.find(({ file }) => file.state === 'failed')
    if (failed) {
      const { error } = failed.file
      await giveUp(concerned)
      throw error
    }
    await parts.planAgain()
    return concerned.map(({ file: { key }, before }) => ({ key, corrections: before }))
  }

  return {
    canTakeBack: computed(() => steps.value.length > 0),
    async correct(cells) {
      const next = files.value.flatMap((file): Earlier[] => {
        const own = cells.filter(({ fileId }) => fileId === file.reading?.fileId)
        const wanted = own.map(({ sheet, row, column, text }) => ({ sheet, row, column, text }))
        return own.length === 0 ? [] : [{ key: file.key, corrections: withCorrections(file.corrections, wanted) }]
      })
      const before = await apply(next)
      steps.value = [...steps.value, before]
    },
    async takeBack() {
      const last = steps.value.at(-1)
      if (!last) return
      await apply(last)
      steps.value = steps.value.slice(0, -1)
    },
    clear: () => (steps.value = []),
  }
}
