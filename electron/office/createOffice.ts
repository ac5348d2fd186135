import type { Area } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import { openDatabase } from './db/openDatabase'
import { settingRepository } from './db/repositories/settingRepository'
import { unitRepository } from './db/repositories/unitRepository'
import { createDispatch, type Services } from './dispatch'
import type { OfficePorts } from './ports'
import { createEnterpriseService } from './services/enterpriseService'
import { createImportService } from './services/importService'
import { createOfficeService } from './services/officeService'
import { createRecordService } from './services/recordService'
import type { ServiceContext } from './services/serviceContext'
import { rulesOf, settingKeys } from './services/settings'
import { createStatisticsService } from './services/statisticsService'
import { createViewService } from './services/viewService'

/** The whole of the office as a door sees it. */
export interface Office {
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  /** Finishes pending writes and closes the data file. */
  close(): Promise<void>
}

/**
 * Opens (or founds) the office in `ports.dataFolder`. Rejects with OfficeError `locked`, `read-only`, `disk-full`,
 * `newer-database`, `damaged-database`.
 */
export async function createOffice(ports: OfficePorts): Promise<Office> {
  const database = await openDatabase(ports.dataFolder, ports.clock.now)
  const { gate } = database
  let revision = 0

  const context: ServiceContext = {
    gate,
    ports,
    rules: () => gate.read(async (manager) => rulesOf(await settingRepository.get(manager, settingKeys.rules))),
    units: (manager) => unitRepository.list(manager),
    changed(areas: Area[]) {
      revision++
      ports.emit({ type: 'office.changed', areas, revision })
    },
    revision: () => revision,
  }
  const services: Services = {
    ...createOfficeService(context),
    ...createEnterpriseService(context),
    ...createRecordService(context),
    ...createImportService(context),
    ...createStatisticsService(context),
    ...createViewService(context),
  }
  return { dispatch: createDispatch(services, ports), close: () => database.close() }
}
