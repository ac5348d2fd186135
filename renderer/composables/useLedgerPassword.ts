import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { office } from '../api/office'
import { isLedgerShut, noteOpened, noteShut } from '../api/shutLedger'

/** Whether the ledger has a 口令, and locking the screen. What is shut and opened is heard from every window and tab. */
export const useLedgerPassword = defineStore('ledgerPassword', () => {
  const isSet = ref(false)
  /** Seconds until the next attempt is looked at, when that was last asked. */
  const seconds = ref(0)

  async function load(): Promise<void> {
    const state = await call('password.state', {})
    isSet.value = state.isSet
    seconds.value = state.seconds
    if (state.isShut) noteShut()
    else if (isLedgerShut.value) noteOpened()
  }

  async function lock(): Promise<void> {
    try {
      await call('password.lock', {})
      noteShut()
    } catch (error) {
      // Another tab was faster, or took the 口令 away.
      if (!(error instanceof CallFailure) || !['password-needed', 'conflict'].includes(error.failure.code)) throw error
      await load()
    }
  }

  /** Also told of what went unheard while the way to the office was closed. Returns how to stop. */
  function follow(onError: (error: unknown) => void): () => void {
    const stopEvents = office().onEvent(({ type }) => {
      if (type === 'office.locked') noteShut()
      else if (type === 'office.unlocked') noteOpened()
    })
    const stopConnection = office().onConnection((connected) => {
      if (connected) load().catch(onError)
    })
    return () => {
      stopEvents()
      stopConnection()
    }
  }

  return { isSet, seconds, load, lock, follow }
})
