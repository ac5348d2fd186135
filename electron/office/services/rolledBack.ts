import type { EntityManager, Gate } from '../db/gate'

/** Runs work in a transaction to see what it does, and takes back whatever it wrote. */
export async function rolledBack<T>(gate: Gate, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const seen = new Error('seen')
  let result: { value: T } | undefined
  try {
    await gate.write(async (manager) => {
      result = { value: await work(manager) }
      throw seen
    })
  } catch (error) {
    if (error !== seen) throw error
  }
  if (!result) throw new Error('nothing was tried')
  return result.value
}
