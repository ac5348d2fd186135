import { availableParallelism, totalmem } from 'node:os'
import type { Area } from '../../shared/contract/events'
import type { Backups } from './db/backup/createBackups'
import type { KeyRing } from './db/encryption/keyRing'
import type { LedgerFiles } from './db/ledgerFiles'
import { openLedger, type Database } from './db/openDatabase'
import { unitRepository } from './db/repositories/unitRepository'
import type { OfficeServices } from './dispatch'
import type { OfficePorts } from './ports'
import { createReaders } from './reader/createReaders'
import { mostReaders } from './reader/readingLimits'
import { createAssessmentService } from './services/assessmentService'
import { createDeliveryService } from './services/deliveryService'
import { createDistinctionService } from './services/distinctionService'
import { createEditService } from './services/editService'
import { createEnterpriseService } from './services/enterpriseService'
import { createFollowUpService } from './services/followUpService'
import { createFigureService } from './services/figureService'
import { createFormService } from './services/formService'
import { createFundService } from './services/fundService'
import { createGoalService } from './services/goalService'
import { createImportService } from './services/importService'
import { createLedgerSheetService } from './services/ledgerSheetService'
import { createFindingService } from './services/findingService'
import { writeCopy } from './services/logCopy'
import { createLogService } from './services/logService'
import { createMappingService } from './services/mappingService'
import { createMergeService } from './services/mergeService'
import { createOfficeService } from './services/officeService'
import { createListService } from './services/listService'
import { createPartyOrgService } from './services/partyOrgService'
import { createPeriodService } from './services/periodService'
import { createJointProposalService } from './services/jointProposalService'
import { createLiaisonProposalService } from './services/liaisonProposalService'
import { keptQuality } from './services/quality/findQuality'
import { createQualityReturnService } from './services/quality/qualityReturnService'
import { createQualityService } from './services/quality/qualityService'
import { createPrivacyService } from './services/privacyService'
import { createShownPhones } from './services/privacy/createShownPhones'
import { withHiddenPhones } from './services/privacy/withHiddenPhones'
import { withHandedOut } from './services/audit/withHandedOut'
import { createPlanService } from './services/planService'
import { createPrintService } from './services/printService'
import { createRecordService } from './services/recordService'
import { createReadingStore } from './services/readingStore'
import { createReturnWorkbookService } from './services/returnWorkbookService'
import type { ServiceContext } from './services/serviceContext'
import { createReportService } from './services/reportService'
import { createReturnsService } from './services/returnsService'
import { createRunService } from './services/runService'
import { createSettingService } from './services/settingService'
import { readSettings } from './services/settings'
import { createStatisticsService } from './services/statisticsService'
import { createTaskBoard } from './services/taskBoard'
import { createTaskService } from './services/taskService'
import { createSynonymService } from './services/synonymService'
import { createTargetService } from './services/targetService'
import { createTemplateService } from './services/templateService'
import { createUndoService } from './services/undo/undoService'
import { createViewService } from './services/viewService'
import { createVisitService } from './services/visitService'
import { createWorkService } from './services/workService'

/** What works on the opened ledger. */
export interface OpenOffice {
  database: Database
  services: OfficeServices
  /** Finishes pending writes and closes the data file. */
  close(): Promise<void>
}

/** Opens (or founds) the ledger of a folder this process has the lock of; rejects as `openLedger` does. */
export async function openOffice(ports: OfficePorts, files: LedgerFiles, keys: KeyRing, backups: Backups): Promise<OpenOffice> {
  const database = await openLedger(files, keys, ports.clock.now)
  const { gate } = database
  if (database.endedSwap) await noteEndedSwap(database, ports, files)
  const readers = createReaders({ ...ports, most: mostReaders(availableParallelism(), totalmem()) })
  const readings = createReadingStore()
  const shown = createShownPhones()
  let revision = 0

  const context: ServiceContext = {
    gate,
    ports,
    backups,
    readers,
    settings: () => gate.read(readSettings),
    rules: async () => (await gate.read(readSettings)).rules,
    units: (manager) => unitRepository.list(manager),
    changed(areas: Area[]) {
      revision++
      ports.emit({ type: 'office.changed', areas, revision })
      backups.daily()
    },
    revision: () => revision,
    tasks: createTaskBoard(ports),
  }
  const quality = keptQuality(context)
  const sources = { ...createStatisticsService(context), ...createReturnsService(context), ...createFormService(context) }
  const services: OfficeServices = {
    ...createOfficeService(context, quality),
    ...createEnterpriseService(context),
    ...createLedgerSheetService(context),
    ...createMergeService(context),
    ...createDistinctionService(context),
    ...createListService(context),
    ...createDeliveryService(context),
    ...createGoalService(context),
    ...createPartyOrgService(context),
    ...createRecordService(context),
    ...createQualityService(context, quality),
    ...createQualityReturnService(context, quality),
    ...createEditService(context),
    ...createUndoService(context),
    ...createImportService(context, readings),
    ...createMappingService(context, readings),
    ...createReturnWorkbookService(context, readings),
    ...createFindingService(context, readings),
    ...createSynonymService(context),
    ...createRunService(context),
    ...createSettingService(context),
    ...createFundService(context),
    ...createPeriodService(context, quality),
    ...createAssessmentService(context),
    ...createTargetService(context),
    ...createTemplateService(context),
    ...createFigureService(context),
    ...createViewService(context),
    ...createVisitService(context),
    ...createPlanService(context),
    ...createWorkService(context),
    ...createJointProposalService(context),
    ...createLiaisonProposalService(context),
    ...createFollowUpService(context),
    ...sources,
    ...createReportService(context, sources, quality),
    ...createPrintService(context),
    ...createTaskService(context),
    ...createLogService(context),
    ...createPrivacyService(context, shown),
  }
  if (database.isNew) backups.founded()
  else backups.daily()
  return {
    database,
    services: withHandedOut(withHiddenPhones(services, context, shown), context),
    async close() {
      readers.close()
      await database.close()
    },
  }
}

/** The program was ended between the decision to replace the ledger and its entry in the log. */
async function noteEndedSwap(database: Database, { clock }: OfficePorts, { backups: folder }: LedgerFiles): Promise<void> {
  try {
    await writeCopy(database.gate, { folder, at: clock.now() }, { action: '恢复', label: '程序中断前要换上的台账，重新打开时完成' })
  } catch (error) {
    await database.close()
    throw error
  }
}
