import { addDays } from '../../../shared/domain/calendarDate'
import { logCheck, type LogCheck } from '../../../shared/contract/log'
import { notedHeads } from '../db/backup/notedHeads'
import type { Services } from '../dispatch'
import { settingRepository } from '../db/repositories/settingRepository'
import { verifyLog } from './audit/verifyLog'
import { logWorkbook } from './audit/logWorkbook'
import type { ServiceContext } from './serviceContext'

const checkedKey = 'audit.checked'

/** Days a check that found nothing is believed at the start of the program. */
const believedDays = 7

/** Faults answered: who put a whole log in disorder need not see every entry of it. */
const shownFaults = 100

/** The 操作日志 beside its lines (editService): whether it is whole, and its copies. */
export function createLogService(context: ServiceContext): Pick<Services, 'log.check' | 'log.export'> {
  const { gate, ports } = context
  return {
    async 'log.check'({ whenDue }) {
      const kept = whenDue ? await gate.read(lastCheck) : null
      if (kept && kept.total === 0 && kept.checkedAt.slice(0, 10) > addDays(ports.clock.today(), -believedDays)) return kept
      const { entries, faults, head } = await gate.read((manager) => verifyLog(manager, notedHeads(context.backups.folder)))
      const check: LogCheck = { checkedAt: ports.clock.now(), entries, faults: faults.slice(0, shownFaults), total: faults.length, head }
      await gate.write((manager) => settingRepository.put(manager, checkedKey, check, check.checkedAt))
      return check
    },

    async 'log.export'({ filter }) {
      const { bytes, rows } = await logWorkbook(context, filter)
      return { fileName: `操作日志_${ports.clock.today()}.xlsx`, bytes, rows }
    },
  }
}

const lastCheck = async (manager: Parameters<typeof settingRepository.get>[0]): Promise<LogCheck | null> =>
  logCheck.nullable().catch(null).parse((await settingRepository.get(manager, checkedKey)) ?? null)
