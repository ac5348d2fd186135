import { quoted } from '../../../shared/domain/quoted'
import { unitIndex } from '../import/unitIndex'
import type { Services } from '../dispatch'
import { auditRepository } from '../db/repositories/auditRepository'
import { folderPlace } from '../db/folderPlace'
import { settingRepository } from '../db/repositories/settingRepository'
import { unitRepository } from '../db/repositories/unitRepository'
import { OfficeError } from '../officeError'
import type { QualityList } from './quality/findQuality'
import { countByCode, narrowFindings } from './quality/narrowFindings'
import type { ServiceContext } from './serviceContext'
import { officeNames, settingKeys } from './settings'

/** What the office is called, its units, and the checks over its whole ledger. */
export function createOfficeService(
  context: ServiceContext,
  listed: (asOf?: string) => Promise<QualityList>,
): Pick<Services, 'office.status' | 'office.setup' | 'office.check' | 'unit.list'> {
  const { gate, ports } = context
  return {
    'office.status': () =>
      gate.read(async (manager) => {
        const names = officeNames.safeParse(await settingRepository.get(manager, settingKeys.names)).data
        const units = await unitRepository.list(manager)
        return {
          version: ports.version,
          officeName: names?.officeName ?? null,
          regionName: names?.regionName ?? null,
          units: units.length,
          enterprises: units.reduce((sum, unit) => sum + unit.enterprises, 0),
          revision: context.revision(),
          demo: ports.demo,
          dataFolder: ports.dataFolder,
          removable: folderPlace(ports.dataFolder) === 'removable',
          today: ports.clock.today(),
        }
      }),

    async 'office.setup'({ officeName, regionName, units }) {
      refuseAmbiguous(units)
      const result = await gate.write(async (manager) => {
        const at = ports.clock.now()
        await settingRepository.put(manager, settingKeys.names, { officeName, regionName }, at)
        const label = `登记${quoted(officeName)}和填报单位 ${units.length} 个`
        await auditRepository.append(manager, [{ at, operator: '', action: '设置', entity: 'office', label }], at)
        return unitRepository.upsert(manager, units, at)
      })
      context.changed(['office', 'unit'])
      return result
    },

    async 'office.check'({ unitId, asOf }) {
      const { findings, enterprises, units } = await listed(asOf)
      const found = unitId === undefined ? findings : narrowFindings(findings, { unitIds: [unitId] })
      return {
        enterprises: unitId === undefined ? enterprises : (units.find(({ id }) => id === unitId)?.enterprises ?? 0),
        counts: countByCode(found),
        problems: found.map(({ code, level, message, label, enterpriseId, name }) => {
          return { sheet: null, row: null, column: label === '' ? null : label, code, level, message, enterpriseId, enterpriseName: name }
        }),
      }
    },

    'unit.list': () => gate.read(unitRepository.list),
  }
}

/** A name or alias must answer to one unit only, or rows would land in the wrong one. */
function refuseAmbiguous(units: readonly { name: string; aliases: readonly string[] }[]): void {
  const index = unitIndex(units.map((unit, id) => ({ id, name: unit.name, aliases: unit.aliases })))
  for (const [i, unit] of units.entries()) {
    for (const name of [unit.name, ...unit.aliases]) {
      if (index.find(name)?.id !== i) {
        throw new OfficeError('invalid', { unit: name, reason: 'ambiguous-unit' }, [{ path: ['units', i], code: 'ambiguous-unit' }])
      }
    }
  }
}
