import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input } from '../../shared/contract/index'
import type { ShownPhones } from '../../shared/contract/privacy'
import { call } from '../api/call'
import { onChanged } from '../api/changes'
import { reportFailure } from './reportFailure'

export type ShownWhat = Input<'privacy.hide'>['what']

/** Which telephones are shown. The office keeps it; a new start hides them again. */
export const useShownPhones = defineStore('shownPhones', () => {
  const state = shallowRef<ShownPhones>({ hidden: false, pages: [], records: [] })

  async function load(): Promise<void> {
    state.value = await call('privacy.state', {})
  }

  void load().catch(reportFailure)
  onChanged(['phone', 'setting'], () => load().catch(reportFailure))

  function isShown(what: ShownWhat): boolean {
    const { pages, records } = state.value
    if ('page' in what) return pages.includes(what.page)
    return pages.some((page) => page === what.record.kind) || records.some(({ kind, id }) => kind === what.record.kind && id === what.record.id)
  }

  async function turn(what: ShownWhat): Promise<void> {
    try {
      state.value = isShown(what) ? await call('privacy.hide', { what }) : await call('privacy.reveal', { what })
    } catch (error) {
      reportFailure(error)
    }
  }

  return { state, isShown, turn }
})
