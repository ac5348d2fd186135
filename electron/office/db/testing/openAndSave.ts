import { setImmediate } from 'node:timers/promises'
import { bulkInsert, nextId } from '../bulkInsert'
import { Setting } from '../entities/setting'
import { openDatabase } from '../openDatabase'

/** Opens a ledger and saves settings key-1, key-2 … for ever, saying each once it is saved. */
export async function openAndSave(folder: string, say: (line: string) => void): Promise<never> {
  const { gate } = await openDatabase(folder)
  for (let count = 1; ; count += 1) {
    const key = `key-${count}`
    await gate.write(async (manager) => {
      await bulkInsert(manager, Setting, [{ id: await nextId(manager, Setting), key, value: `"${'x'.repeat(500)}"` }])
    })
    say(key)
    await setImmediate()
  }
}
