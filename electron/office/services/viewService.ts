import type { Services } from '../dispatch'
import { settingRepository } from '../db/repositories/settingRepository'
import type { ServiceContext } from './serviceContext'
import { settingKeys } from './settings'

/** Column memory of grids. Not announced and not audited: it changes nothing anyone else sees. */
export function createViewService({ gate, ports }: ServiceContext): Pick<Services, 'view.get' | 'view.save'> {
  return {
    async 'view.get'({ key }) {
      const stored = await gate.read((manager) => settingRepository.get(manager, settingKeys.view(key)))
      return { state: typeof stored === 'string' ? stored : null }
    },
    async 'view.save'({ key, state }) {
      await gate.write((manager) => settingRepository.put(manager, settingKeys.view(key), state, ports.clock.now()))
      return {}
    },
  }
}
