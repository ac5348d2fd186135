import type { EntityManager } from '../../db/gate'
import { settingRepository } from '../../db/repositories/settingRepository'
import { settingKeys } from '../settings'

/** Whose name an entry bears: the one given, else the one last typed on this data folder (页面 and 导入 keep it). */
export async function operatorOf(manager: EntityManager, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const remembered = await settingRepository.get(manager, settingKeys.view('import.operator'))
  return typeof remembered === 'string' ? remembered.slice(0, 20) : ''
}
