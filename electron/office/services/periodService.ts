import type { Period } from '../../../shared/contract/period'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { bulkInsert, nextId } from '../db/bulkInsert'
import { AuditEntry } from '../db/entities/auditEntry'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import { periodRepository } from '../db/repositories/periodRepository'
import { tableFactsRepository } from '../db/repositories/tableFactsRepository'
import { OfficeError } from '../officeError'
import { ledgerRowOf } from './enterpriseService'
import type { ServiceContext } from './serviceContext'

/** 报告期: what was reported stays as it was. */
export function createPeriodService(context: ServiceContext): Pick<Services, 'period.list' | 'period.lock'> {
  const { gate, ports } = context
  return {
    'period.list': () => gate.read(list),

    async 'period.lock'({ kind, label, cutOffOn, operator }) {
      const today = ports.clock.today()
      if (cutOffOn > today) throw new OfficeError('invalid', { reason: 'future-cut-off', label })
      const settings = await context.settings()
      const locked = await gate.write(async (manager) => {
        if ((await list(manager)).some((period) => period.label === label)) throw new OfficeError('conflict', { reason: 'locked-period', name: label })
        const rows = await enterpriseRepository.ledgerRows(manager, { asOf: cutOffOn, rules: settings.rules })
        const at = ports.clock.now()
        const spent = new Map<number, number>()
        for (const { enterpriseId, amount } of await tableFactsRepository.deliveries(manager, cutOffOn)) {
          spent.set(enterpriseId, (spent.get(enterpriseId) ?? 0) + (amount ?? 0))
        }
        const facts = rows.map((row) => {
          const { sector, partyOrgId, liaisonId, establishedOn, membersRegisteredElsewhere } = row
          const further = { sector, partyOrgId, liaisonId, establishedOn, membersRegisteredElsewhere, deliveryAmount: spent.get(row.id) ?? 0 }
          return { ...ledgerRowOf(row, settings), ...further }
        })
        const id = await periodRepository.insert(manager, { kind, label, cutOffOn, lockedBy: operator }, facts, at)
        await bulkInsert(manager, AuditEntry, [{ id: await nextId(manager, AuditEntry), at, operator, action: '锁定', entity: 'period', entityId: id, label, changes: [] }], at)
        return (await list(manager)).find((period) => period.id === id)
      })
      context.changed(['period'])
      if (!locked) throw new Error(`period ${label} was not written`)
      return locked
    },
  }
}

async function list(manager: EntityManager): Promise<Period[]> {
  return (await periodRepository.list(manager)) as Period[]
}
