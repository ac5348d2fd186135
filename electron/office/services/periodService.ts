import type { Period } from '../../../shared/contract/period'
import type { AuditAction } from '../../../shared/domain/auditAction'
import { periodName } from '../../../shared/domain/period'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import type { AuditChange } from '../db/entities/auditEntry'
import { auditRepository, type NewEntry } from '../db/repositories/auditRepository'
import { periodRepository, type PeriodRecord } from '../db/repositories/periodRepository'
import { OfficeError } from '../officeError'
import type { QualityList } from './quality/findQuality'
import type { ServiceContext } from './serviceContext'
import { figureMoves } from './statistics/figureMoves'
import { brokenTables, freezeLedger, ledgerOfDay } from './statistics/freezeLedger'
import { rateHistory } from './statistics/rateHistory'
import { tableNote } from './statistics/tableNote'

type PeriodServices = Pick<Services, 'period.list' | 'period.lockPreview' | 'period.history' | 'period.changes' | 'period.lock' | 'period.correct'>
type NewPeriod = Pick<PeriodRecord, 'kind' | 'label' | 'cutOffOn' | 'lockedBy' | 'edition' | 'reason'>

/** 报告期: what was reported stays as it was; a correction is a further edition. */
export function createPeriodService(context: ServiceContext, listed: (asOf?: string) => Promise<QualityList>): PeriodServices {
  const { gate, ports } = context

  /** Freezes the ledger for a period in one write, with its entry in the log. */
  async function freeze(settle: (manager: EntityManager) => Promise<{ period: NewPeriod; action: AuditAction; changes: AuditChange[] }>): Promise<Period> {
    const settings = await context.settings()
    const at = ports.clock.now()
    const frozen = await gate.write(async (manager) => {
      const { period, action, changes } = await settle(manager)
      const ledger = await ledgerOfDay(manager, { kind: period.kind, cutOff: period.cutOffOn, settings })
      const [broken] = brokenTables(ledger)
      if (broken) throw new OfficeError('invalid', { reason: 'broken-lock', name: broken.table, message: broken.sentence })
      await context.backups.before('lock')
      const id = await periodRepository.insert(manager, period, await freezeLedger(manager, ledger), at)
      const entry: NewEntry = { at, operator: period.lockedBy ?? '', action, entity: 'period', entityId: id, label: period.label, changes }
      await auditRepository.append(manager, [entry], at)
      return (await list(manager)).find((one) => one.id === id)
    })
    context.changed(['period'])
    if (!frozen) throw new Error('the period was not written')
    return frozen
  }

  return {
    'period.list': () => gate.read(list),

    async 'period.lockPreview'({ kind, cutOffOn }) {
      refuseFuture(cutOffOn)
      const settings = await context.settings()
      const { findings } = await listed(cutOffOn)
      return gate.read(async (manager) => {
        const ledger = await ledgerOfDay(manager, { kind, cutOff: cutOffOn, settings })
        return {
          cutOffOn,
          enterprises: ledger.facts.enterprises.length,
          broken: brokenTables(ledger).map(({ table, sentence }) => `${table} ${sentence}`),
          errors: findings.filter(({ level }) => level === 'error').length,
          note: tableNote(cutOffOn, settings.rules, []),
        }
      })
    },

    async 'period.history'(question) {
      const scene = { settings: await context.settings(), today: ports.clock.today() }
      return gate.read((manager) => rateHistory(manager, question, scene))
    },

    async 'period.changes'({ figure }) {
      const scene = { settings: await context.settings(), today: ports.clock.today() }
      return gate.read((manager) => figureMoves(manager, figure, scene))
    },

    'period.lock': async ({ kind, label, cutOffOn, operator }) => {
      refuseFuture(cutOffOn, label)
      return freeze(async (manager) => {
        const locked = await periodRepository.locked(manager)
        if (locked.some((period) => period.label === label)) throw new OfficeError('conflict', { reason: 'locked-period', name: label })
        return { period: { kind, label, cutOffOn, lockedBy: operator, edition: 1, reason: null }, action: '锁定', changes: [] }
      })
    },

    'period.correct': ({ periodId, reason, operator }) =>
      freeze(async (manager) => {
        const corrected = (await periodRepository.locked(manager)).find(({ id }) => id === periodId)
        if (!corrected) throw new OfficeError('not-found', { kind: 'period', id: periodId })
        if (corrected.correctedFor !== null) throw new OfficeError('conflict', { reason: 'corrected-period', name: periodName(corrected) })
        const { kind, label, cutOffOn, edition } = corrected
        return {
          period: { kind, label, cutOffOn, lockedBy: operator, edition: edition + 1, reason },
          action: '更正',
          changes: [
            { field: 'edition', before: edition, after: edition + 1 },
            { field: 'reason', before: corrected.reason, after: reason },
          ],
        }
      }),
  }

  function refuseFuture(cutOffOn: string, label?: string): void {
    if (cutOffOn > ports.clock.today()) throw new OfficeError('invalid', { reason: 'future-cut-off', ...(label === undefined ? {} : { label }) })
  }
}

async function list(manager: EntityManager): Promise<Period[]> {
  return (await periodRepository.list(manager)) as Period[]
}
