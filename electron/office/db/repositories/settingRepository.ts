import { In, IsNull, type EntityManager } from 'typeorm'
import { bulkInsert, bulkUpdate, nextId } from '../bulkInsert'
import { Setting } from '../entities/setting'

/** The value stored under a key, as it was put; undefined when nothing was. Its shape is the caller's to check. */
async function get(manager: EntityManager, key: string): Promise<unknown> {
  const setting = await manager.findOneBy(Setting, { key, deletedAt: IsNull() })
  return setting ? JSON.parse(setting.value) : undefined
}

/** The values stored under some keys, by key. */
async function several(manager: EntityManager, keys: readonly string[]): Promise<Map<string, unknown>> {
  const settings = await manager.findBy(Setting, { key: In(keys), deletedAt: IsNull() })
  return new Map(settings.map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]))
}

/** Stores a JSON value under a key in place of the one before. Call it inside `gate.write`. */
async function put(manager: EntityManager, key: string, value: unknown, at?: string): Promise<void> {
  const text = JSON.stringify(value)
  const setting = await manager.findOneBy(Setting, { key })
  if (setting) await bulkUpdate(manager, Setting, [{ id: setting.id, value: text, deletedAt: null }], at)
  else await bulkInsert(manager, Setting, [{ id: await nextId(manager, Setting), key, value: text }], at)
}

export const settingRepository = { get, several, put }
