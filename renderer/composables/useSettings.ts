import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../api/call'
import { onChanged } from '../api/changes'
import { reportFailure } from './reportFailure'
import { settingsInForce } from './settingsInForce'

/** What the district decided for itself: words, lists and thresholds. The national values until they are here. */
export const useSettings = defineStore('settings', () => {
  const settings = settingsInForce
  const loaded = ref(false)
  /** Rises with every answer, also one that says the same. */
  const turn = ref(0)

  async function load(): Promise<void> {
    settings.value = await call('setting.get', {})
    loaded.value = true
    turn.value++
  }

  // Where it failed, whoever opens the page asks again and says why.
  const ready = load().catch(() => undefined)
  onChanged(['setting', 'office'], () => load().catch(reportFailure))

  return { settings, loaded, turn, ready, load }
})
