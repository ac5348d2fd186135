import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call } from '../../api/call'
import { CallFailure } from '../../api/callFailure'
import { onChanged } from '../../api/changes'
import type { RecordRow } from '../../../shared/contract/record'
import { reportFailure } from '../../composables/reportFailure'
import type { MadeEdit } from '../../record/undoStack'

/** A visit entered in this window: null once it is gone again. */
export interface EnteredVisit {
  id: number
  edit: MadeEdit
  row: RecordRow | null
}

/** What was entered since the window was opened, the latest first. */
export const useEnteredVisits = defineStore('enteredVisits', () => {
  const entered = shallowRef<EnteredVisit[]>([])

  async function read(id: number): Promise<RecordRow | null> {
    try {
      return await call('record.get', { kind: 'visit', id })
    } catch (error) {
      if (error instanceof CallFailure && error.failure.code === 'not-found') return null
      throw error
    }
  }

  async function refresh(): Promise<void> {
    const rows = new Map(await Promise.all(entered.value.map(async ({ id }) => [id, await read(id)] as const)))
    entered.value = entered.value.map((visit) => ({ ...visit, row: rows.has(visit.id) ? (rows.get(visit.id) ?? null) : visit.row }))
  }

  onChanged(['visit', 'liaison', 'enterprise'], () => refresh().catch(reportFailure))

  return {
    entered,
    async add(id: number, edit: MadeEdit): Promise<void> {
      entered.value = [{ id, edit, row: await read(id) }, ...entered.value]
    },
    clear(): void {
      entered.value = []
    },
  }
})
